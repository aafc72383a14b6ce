import { templates } from "../../../debate/claims/index.ts";
import { standings } from "../../../debate/acceptability.ts";
import type { Debate } from "../../../debate/debate.ts";
import { writeAif } from "../../../debate/formats/aif.ts";
import { writeArgdown } from "../../../debate/formats/argdown.ts";
import { writeIccma } from "../../../debate/formats/iccma.ts";
import { writePolis } from "../../../debate/formats/polis.ts";
import { frameworkOf, mapOf } from "../../../debate/graph.ts";
import { writeOwnMarkdown } from "../../../debate/import/index.ts";
import { judgeThread } from "../../../debate/moderation/phases.ts";
import { readDebate } from "../../../debate/read-debate.ts";
import { InputError } from "../../../values/errors.ts";
import { noAnswers, type Ask } from "../../inputs/debate-answers.ts";
import { debateNamed } from "../../inputs/debates.ts";
import type { Effects, Options } from "../command.ts";
import { askFor } from "../debate-ask.ts";
import { writeWhole } from "../write-file.ts";

const allBindings = templates.flatMap(({ bindings }) => bindings);

const writers: Readonly<Record<string, (debate: Debate, caseId: string, ask: Ask) => string>> = {
  argdown: (debate) => writeArgdown(mapWithClaims(debate)),
  aif: (debate) => JSON.stringify(writeAif(mapWithClaims(debate)), null, 2),
  polis: (debate) =>
    writePolis(
      debate,
      judgeThread(debate.comments, debate.body).map(({ moderation }) => moderation.status),
      [],
      null,
    )["comments.csv"],
  json: (debate, caseId, ask) => JSON.stringify(readDebate(debate, { caseId, ask }), null, 2),
  markdown: writeOwnMarkdown,
  iccma: (debate) => {
    const { framework, names } = frameworkOf(mapWithClaims(debate));
    return writeIccma(framework, names);
  },
  standing: (debate) => {
    const { framework, names } = frameworkOf(mapWithClaims(debate));
    const found = standings(framework, names);
    return JSON.stringify(
      found.ok ? found.value.map((one, at) => ({ id: names[at], ...one })) : { refused: found.refusal },
      null,
      2,
    );
  },
};

function mapWithClaims(debate: Debate): ReturnType<typeof mapOf> {
  return mapOf(
    debate,
    judgeThread(debate.comments, debate.body).map(({ claims }) => claims),
  );
}

export async function run(
  [id = ""]: string[],
  { format = "json", out, json }: Options,
  effects: Effects,
): Promise<number> {
  if (json === true && format !== "json" && format !== "aif")
    throw new InputError("--json", "--format json or aif beside it", format);
  const write = typeof format === "string" && Object.hasOwn(writers, format) ? writers[format] : undefined;
  if (!write) throw new InputError("--format", `one of ${Object.keys(writers).join(", ")}`, format);
  const { debate, caseId } = debateNamed(id, effects.env);
  const ask = format === "json" ? await askFor(allBindings, caseId, effects) : noAnswers;
  const text = write(debate, caseId, ask);
  if (typeof out === "string") {
    writeWhole(out, `${text.trimEnd()}\n`);
    effects.note(`Wrote ${out}`);
  } else effects.print(text.trimEnd());
  return 0;
}
