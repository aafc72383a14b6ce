// An agreement's text as it is signed, who has signed it, and signatures taken in. No private key ever comes here.

import { z } from "zod";
import { readVerifierKey } from "../../../log/key.ts";
import { takeSignature } from "../../inputs/sign-agreement.ts";
import { currentEnvelope, signingShown, textOf, type SigningShown } from "../../inputs/signing.ts";
import { Document, strictJson, type Route, type RouteContext } from "../route.ts";
import { named, opened, type OpenedRegister } from "./agreement-routes.ts";

const LARGEST = 1024 * 1024;

function shownIn(
  path: Record<string, string>,
  { log }: RouteContext,
  { register, made }: OpenedRegister,
): SigningShown {
  return signingShown(named(path["agreement"] ?? "", register.agreements, made), made, log ?? null);
}

const status: Route = {
  method: "GET",
  path: "/api/cases/{case}/agreements/{agreement}/signing",
  summary: "Who has signed, sealed and cosigned an agreement's text, who has not, and since when",
  handle: async ({ path }, context) => shownIn(path, context, await opened(path, context)),
};

const text: Route = {
  method: "GET",
  path: "/api/cases/{case}/agreements/{agreement}/text",
  summary: "The agreement's text in canonical JSON: the bytes that are sealed, signed and logged",
  async handle({ path }, context) {
    const { register, made } = await opened(path, context);
    const agreement = named(path["agreement"] ?? "", register.agreements, made);
    return new Document("application/json; charset=utf-8", textOf(agreement), `${agreement.id}.json`);
  },
};

const envelope: Route = {
  method: "GET",
  path: "/api/cases/{case}/agreements/{agreement}/envelope",
  summary: "The DSSE envelope of the text with every signature over it, to be logged or checked elsewhere",
  async handle({ path }, context) {
    const { register, made } = await opened(path, context);
    const agreement = named(path["agreement"] ?? "", register.agreements, made);
    return new Document("application/json", currentEnvelope(agreement, made), `${agreement.id}.json.dsse.json`);
  },
};

const signatureSchema = z.strictObject({
  by: z.string().trim().min(1).max(200),
  /** The public key in its one line. */
  key: z.string().trim().max(4000),
  /** The envelope's file as text. */
  envelope: z.string().max(LARGEST),
});

const take: Route = {
  method: "POST",
  path: "/api/cases/{case}/agreements/{agreement}/signatures",
  summary: "Take in an envelope signed elsewhere: whose key it is, the public key, the envelope",
  largestBody: LARGEST,
  async handle(asked, context) {
    const register = await opened(asked.path, context);
    const { by, key, envelope: signed } = strictJson(signatureSchema, asked);
    const { id } = named(asked.path["agreement"] ?? "", register.register.agreements, register.made);
    const place = { env: register.env, now: context.now() };
    const verifier = readVerifierKey(key, "key");
    const made = takeSignature(register.caseId, place, register.register, { id, by, key: verifier, envelope: signed });
    return shownIn(asked.path, context, { ...register, made });
  },
};

export const signingRoutes: readonly Route[] = [status, text, envelope, take];
