import { expect, test } from "vitest";
import { models } from "../../../../models/index.ts";
import { standardWorld } from "../../../../world/standard.ts";
import { model as words } from "../../../words/en-models.ts";
import { results } from "../../../words/en-model-results.ts";
import { solvedParts } from "./solved.ts";

test("every single number or word that a model shows of itself has a name in words; LAB's are strategies", () => {
  const unnamed = models
    .filter(({ card }) => card.id !== "LAB")
    .flatMap((model) => solvedParts(model, standardWorld))
    .flatMap(({ model, part, solution }) =>
      Object.entries(solution.ok ? solution.value.outcome : {}).flatMap(([key, value]) => {
        const named = results[part]?.[key] ?? words.outcome[key];
        return named !== undefined || value === null || typeof value === "object" ? [] : [`${model} ${part} ${key}`];
      }),
    );
  expect(unnamed).toEqual([]);
});
