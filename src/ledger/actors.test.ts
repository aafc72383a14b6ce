import { describe, expect, test } from "vitest";
import { tinyView } from "../../test/support/tiny-case.ts";
import { actorNamed, actorRows, claimsOf, namingsOf, type ActorCluster } from "./actors.ts";

function cluster(register: string, actor: string, names: string[], states: ActorCluster["states"] = []): ActorCluster {
  return {
    register,
    imported: true,
    actor,
    states,
    names: names.map((name) => ({ name, saidBy: register, read: [] })),
  };
}

const clusters = [
  cluster("one", "APT 10", ["Stone Panda", "menuPass"], ["CHN" as never]),
  cluster("two", "Stone Panda", ["APT10"]),
  cluster("two", "menuPass", ["Red Apollo"]),
  cluster("three", "menuPass", []),
];

describe("actorNamed()", () => {
  test("puts competing clusters side by side, with who equates and who keeps apart", () => {
    const found = actorNamed(clusters, "apt-10");
    expect(found?.name).toBe("APT 10");
    expect(found?.clusters.map(({ register, actor }) => [register, actor])).toEqual([
      ["one", "APT 10"],
      ["two", "Stone Panda"],
    ]);
    expect(found?.equations).toEqual([
      { name: "Stone Panda", says: ["one", "two"], disagrees: [] },
      // Register two knows both names and keeps them apart; three does not know the actor and says nothing.
      { name: "menuPass", says: ["one"], disagrees: ["two"] },
    ]);
    expect(found?.states).toEqual([{ state: "CHN", registers: ["one"] }]);
  });

  test("is null for a name that no register has, and for one without letters", () => {
    expect(actorNamed(clusters, "Nobody")).toBeNull();
    expect(actorNamed(clusters, "—")).toBeNull();
  });
});

test("actorRows() gathers spellings of one name and finds an actor by any of its names", () => {
  const rows = actorRows(clusters, null);
  expect(rows.map(({ name, registers, aliases }) => [name, registers, aliases])).toEqual([
    ["menuPass", ["two", "three"], 1],
    ["APT 10", ["one"], 2],
    ["Stone Panda", ["two"], 1],
  ]);
  expect(actorRows(clusters, null, "red apollo").map(({ name }) => name)).toEqual(["menuPass"]);
});

test("namingsOf() finds statements by the actor's own name and by one that is equated with it", () => {
  const view = tinyView();
  const first = view.incidents[0]!.statements[0]!;
  const named = {
    ...view,
    incidents: [
      {
        ...view.incidents[0]!,
        statements: [{ ...first, accused: { ...first.accused, actors: ["Group X/Stone Panda"] } }],
      },
    ],
  };
  const [own] = namingsOf(named, "Stone Panda", []);
  expect(own).toMatchObject({
    incident: view.incidents[0]!.id,
    statement: first.id,
    as: "name",
    written: "Group X/Stone Panda",
  });
  expect(namingsOf(named, "APT10", [])).toEqual([]);
  expect(namingsOf(named, "APT10", [{ name: "Stone Panda", says: [], disagrees: [] }])[0]?.as).toBe("alias");
});

test("claimsOf() hands imported registers to linkage, and not those that it knows by itself", () => {
  expect(claimsOf([...clusters, { ...clusters[0]!, imported: false }])).toHaveLength(4);
});
