import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError } from "./errors.ts";
import { childNamed, childrenNamed, readXml, textOf, type XmlElement } from "./xml.ts";

test("readXml() reads elements, attributes, text, CDATA and references, and leaves comments and instructions out", () => {
  const root = readXml(
    `<?xml version="1.0"?><!-- a --><a x="1 &lt; 2" y='&#233;'>é &amp; <b/>\r\n<wp:c><![CDATA[<i>&amp;</i>]]> end</wp:c></a>`,
    "f.xml",
  );
  expect([...root.attributes]).toEqual([
    ["x", "1 < 2"],
    ["y", "é"],
  ]);
  expect(textOf(root)).toBe("é & \n");
  expect(childrenNamed(root, "b")).toHaveLength(1);
  expect(textOf(childNamed(root, "wp:c"))).toBe("<i>&amp;</i> end");
});

describe("readXml() refuses with file and line", () => {
  test.each([
    [
      "a document type, and so an XML bomb",
      '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY b "bb">]>\n<a>&b;</a>',
      "f.xml:2",
    ],
    ["an entity that XML does not have", "<a>\n&nbsp;</a>", "f.xml:1"],
    ["a reference to no character", "<a>&#0;</a>", "f.xml:1"],
    ["an element that does not end", "<a><b></a>", "f.xml:1"],
    ["two elements", "<a/><b/>", "f.xml:1"],
    ["text outside", "<a/>x", "f.xml:1"],
    ["an attribute twice", '<a x="1" x="2"/>', "f.xml:1"],
    ["a value without quotes", "<a x=1/>", "f.xml:1"],
    ["attributes that touch", '<a x="1"y="2"/>', "f.xml:1"],
    ["a control character", "<a>\n\u0000</a>", "f.xml:2"],
    ["nothing", "", "f.xml:1"],
  ])("%s", (_, text, place) => {
    let fault: unknown;
    try {
      readXml(text, "f.xml");
    } catch (error) {
      fault = error;
    }
    expect(fault).toBeInstanceOf(InputError);
    expect((fault as InputError).place).toBe(place);
  });
});

test("readXml() holds its bounds on depth and size", () => {
  expect(() => readXml("<a>".repeat(100_000), "f.xml")).toThrow(/nested at most 256 deep/);
  expect(() => readXml(`<a>${"<b/>".repeat(11)}</a>`, "f.xml", { elements: 10 })).toThrow(/at most 10 elements/);
});

type Tree = { name: string; attributes: [string, string][]; children: (Tree | string)[] };
const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const written = ({ name, attributes, children }: Tree): string =>
  `<${name}${attributes.map(([key, value]) => ` ${key}="${escape(value)}"`).join("")}>${children
    .map((child) => (typeof child === "string" ? escape(child) : written(child)))
    .join("")}</${name}>`;
const plain = ({ name, attributes, children }: XmlElement): Tree => ({
  name,
  attributes: [...attributes],
  children: children.map((child) => (typeof child === "string" ? child : plain(child))),
});

test("readXml() gives back any tree that was written", () => {
  const name = fc.stringMatching(/^[a-z][a-z0-9]{0,4}$/);
  const text = fc.stringMatching(/^[a-z<>&"' é漢]{1,8}$/);
  const attributes = fc.uniqueArray(fc.tuple(name, text), { selector: ([key]) => key, maxLength: 3 });
  const leaf = fc.record({ name, attributes, children: fc.tuple(text) });
  const tree = fc.memo((depth) => {
    if (depth <= 1) return leaf;
    const children = fc
      .tuple(fc.array(tree(), { maxLength: 3 }), text)
      .map(([trees, between]) => trees.flatMap((one): (Tree | string)[] => [one, between]));
    return fc.record({ name, attributes, children });
  }) as fc.Memo<Tree>;
  fc.assert(
    fc.property(tree(4), (one) => {
      expect(plain(readXml(written(one), "f.xml"))).toEqual(one);
    }),
    { numRuns: 200 },
  );
});

test("a file of one line is read in time proportional to it", () => {
  const start = performance.now();
  expect(readXml(`<a>${"<b/>".repeat(200_000)}</a>`, "f").children).toHaveLength(200_000);
  expect(performance.now() - start).toBeLessThan(5000);
});
