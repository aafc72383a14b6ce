// Reads the command line, runs the command, turns what it gives or throws into one line and an exit status.

import { Command as Program, CommanderError } from "commander";
import { InputError, oneLine, SourceError } from "../../values/errors.ts";
import type { Command, Effects, Options, Program as Itself } from "./command.ts";
import { commands } from "./index.ts";
import { recorded, withReplay } from "./replay.ts";

/** Runs the words after `detente`; gives the exit status. */
export async function run(words: readonly string[], version: string, effects: Effects): Promise<number> {
  let status = 0;
  const program = root(version, effects);
  const itself: Itself = { version, run: (more, own) => run(more, version, own), replays };
  for (const command of commands) {
    const given = { words, effects, itself };
    add(program, command, given, (found) => {
      status = found;
    });
  }
  try {
    await program.parseAsync(words.length === 0 ? ["--help"] : [...words], { from: "user" });
    return status;
  } catch (error) {
    return failure(error, effects);
  }
}

function root(version: string, { print, note }: Effects): Program {
  return quiet(new Program("detente"), print, note)
    .description(
      "The workbench for a cyber détente: what each side is said to do to the other, who says so, and what would follow",
    )
    .version(version)
    .addHelpText("after", "\nExample: detente brief us-cn\nEvery command explains itself: detente brief --help");
}

function add(
  program: Program,
  { usage, summary, options, example, load, replays: replayed }: Command,
  { words: given, effects, itself }: Given,
  done: (status: number) => void,
): void {
  const words = usage.split(" ");
  const names = namesOf({ usage });
  const parent = names.slice(0, -1).reduce((above, name) => group(above, name, effects), program);
  const command = quiet(new Program(names.at(-1)), effects.print, effects.note)
    .description(summary)
    .addHelpText("after", `\nExample: ${example}`)
    .allowExcessArguments(false);
  for (const word of words)
    if (word === word.toUpperCase()) command.argument(word.startsWith("[") ? word : `<${word}>`);
  for (const [flag, meaning] of Object.entries(options)) {
    const [name, value] = flag.split(" ");
    if (value?.endsWith("…")) command.option(`--${name} <${value.slice(0, -1)}>`, meaning, gather);
    else command.option(value ? `--${name} <${value}>` : `--${name}`, meaning);
  }
  command.action(async (...parsed: unknown[]) => {
    const args = parsed.filter((argument): argument is string => typeof argument === "string");
    const { run: runCommand } = await load();
    const asked = command.optsWithGlobals<Options>();
    if (!replayed || asked["json"] !== true) return done(await runCommand(args, asked, effects, itself));
    const made = await recorded(effects, async (own) => runCommand(args, asked, own, itself));
    if (made.printed !== "") effects.print(withReplay(made, given, itself.version));
    done(made.status);
  });
  parent.addCommand(command);
}

type Given = { words: readonly string[]; effects: Effects; itself: Itself };

function replays(words: readonly string[]): boolean {
  return commands.some((command) => command.replays && namesOf(command).every((name, index) => words[index] === name));
}

function namesOf({ usage }: Pick<Command, "usage">): string[] {
  return usage.split(" ").filter((word) => word !== word.toUpperCase());
}

function gather(value: string, before: string[] = []): string[] {
  return [...before, value];
}

function group(above: Program, name: string, { print, note }: Effects): Program {
  const found = above.commands.find((command) => command.name() === name);
  if (found) return found;
  const made = quiet(new Program(name), print, note).description(`Commands about ${name}`).allowExcessArguments(true);
  made.action((_options: unknown, { args }: Program) => {
    throw new InputError(name, `one of ${made.commands.map((command) => command.name()).join(", ")}`, args[0]);
  });
  above.addCommand(made);
  return made;
}

function quiet(command: Program, print: (text: string) => void, note: (text: string) => void): Program {
  return (
    command
      // A flag after a word belongs to that word: `models solve X --json` is not `models --json`.
      .enablePositionalOptions()
      .exitOverride()
      .configureOutput({
        writeOut: (text) => {
          print(text.trimEnd());
        },
        writeErr: (text) => {
          // Help that was asked for something unknown keeps its lines; an error has one.
          note(
            text.startsWith("error: ") ? `detente: ${oneLine(text.slice("error: ".length).trim())}` : text.trimEnd(),
          );
        },
      })
  );
}

/** 1 for what we cannot read, 3 for a file or a network that failed. A bug shows its stack only to who asks. */
export function failure(error: unknown, { note, env }: Pick<Effects, "note" | "env">): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 1;
  if (error instanceof InputError) {
    note(`detente: ${error.message}`);
    return 1;
  }
  if (error instanceof SourceError) {
    note(`detente: ${oneLine(error.message)}`);
    return 3;
  }
  const system = (error as NodeJS.ErrnoException | undefined)?.code;
  if (typeof system === "string" && /^E[A-Z]+$/.test(system)) {
    note(`detente: ${oneLine((error as Error).message)}`);
    return 3;
  }
  note(
    env["DEBUG"] === "detente" && error instanceof Error
      ? (error.stack ?? error.message)
      : `detente: a fault of the program: ${oneLine(String(error))}. DEBUG=detente shows more.`,
  );
  return 3;
}
