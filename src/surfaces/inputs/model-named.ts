import { modelOf, models } from "../../models/index.ts";
import type { Model } from "../../models/model.ts";
import { InputError } from "../../values/errors.ts";

export function modelNamed(name: string): Model {
  const model = modelOf(name);
  if (!model) throw new InputError("MODEL", `one of ${models.map(({ card }) => card.id).join(", ")}`, name);
  return model;
}
