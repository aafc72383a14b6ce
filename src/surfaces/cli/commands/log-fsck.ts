import { fsck } from "../../../log/fsck.ts";
import { filesIn, folderReader } from "../../../log/log-folder.ts";
import { readPolicy } from "../../../log/policy.ts";
import { SourceError } from "../../../values/errors.ts";
import { logFolder, textOption } from "../../inputs/log-place.ts";
import { readText } from "../../inputs/read-file.ts";
import { fsckLines } from "../../words/en-log.ts";
import type { Effects, Options } from "../command.ts";

export function run(_: string[], { dir, policy, since, json }: Options, { print, now }: Effects): number {
  const folder = logFolder(dir);
  const [policyFile, sinceFile] = [textOption(policy), textOption(since)];
  const found = fsck(folderReader(folder), pathsIn(folder), {
    now: now(),
    ...(policyFile === undefined ? {} : { policy: readPolicy(readText(policyFile), policyFile) }),
    ...(sinceFile === undefined ? {} : { since: readText(sinceFile) }),
  });
  print(json === true ? JSON.stringify(found, null, 2) : fsckLines(found).join("\n"));
  return found.valid ? 0 : 2;
}

function pathsIn(folder: string): string[] {
  try {
    return filesIn(folder);
  } catch (error) {
    throw new SourceError("missing", `the folder ${folder} cannot be read`, { cause: error });
  }
}
