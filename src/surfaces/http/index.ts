// Every route, in the order in which they are tried.

import type { Route } from "./route.ts";
import { caseRoutes } from "./routes/case-routes.ts";
import { incidentRoutes } from "./routes/incident-routes.ts";
import { sourceRoutes } from "./routes/source-routes.ts";

export const routes: readonly Route[] = [...caseRoutes, ...incidentRoutes, ...sourceRoutes];
