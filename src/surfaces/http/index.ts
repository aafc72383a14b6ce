// Every route, in the order in which they are tried.

import type { Route } from "./route.ts";
import { actorRoutes } from "./routes/actor-routes.ts";
import { agreementRoutes } from "./routes/agreement-routes.ts";
import { signingRoutes } from "./routes/signing-routes.ts";
import { lineRoutes } from "./routes/line-routes.ts";
import { aloneRoutes } from "./routes/alone-routes.ts";
import { caseRoutes } from "./routes/case-routes.ts";
import { incidentRoutes } from "./routes/incident-routes.ts";
import { debatePartRoutes } from "./routes/debate-part-routes.ts";
import { signInRoutes } from "./routes/sign-in-routes.ts";
import { debateRoutes } from "./routes/debate-routes.ts";
import { documentRoutes } from "./routes/document-routes.ts";
import { exportRoutes } from "./routes/export-routes.ts";
import { importRoutes } from "./routes/import-routes.ts";
import { measureRoutes } from "./routes/measure-routes.ts";
import { modelRoutes } from "./routes/model-routes.ts";
import { provenanceRoutes } from "./routes/provenance-routes.ts";
import { reviewRoutes } from "./routes/review-routes.ts";
import { logRoutes } from "./routes/log-routes.ts";
import { sourceRoutes } from "./routes/source-routes.ts";
import { takeAlongRoutes } from "./routes/take-along-routes.ts";
import { tableRoutes } from "./routes/table-routes.ts";

export const routes: readonly Route[] = [
  ...exportRoutes,
  ...caseRoutes,
  ...measureRoutes,
  ...incidentRoutes,
  ...sourceRoutes,
  ...importRoutes,
  ...reviewRoutes,
  ...actorRoutes,
  ...provenanceRoutes,
  ...documentRoutes,
  ...modelRoutes,
  ...agreementRoutes,
  ...aloneRoutes,
  ...lineRoutes,
  ...signingRoutes,
  ...tableRoutes,
  ...logRoutes,
  ...debateRoutes,
  ...debatePartRoutes,
  ...takeAlongRoutes,
  ...signInRoutes,
];
