import { auditRoutes } from '../domain/audit.ts';
import type { Route } from './call.ts';
import { changeControlRoutes } from './change-control-api.ts';
import { importRoutes } from './import.ts';
import { recordTypeRoutes } from './record-types-api.ts';
import { recordRoutes } from './records-api.ts';
import { sharedObjectRoutes } from './shared-objects-api.ts';
import { storyRoutes } from './stories-api.ts';
import { syncDestinationRoutes } from './sync-destinations-api.ts';
import { teamRoutes } from './teams-api.ts';
import { versionRoutes } from './versions-api.ts';

/** Every endpoint below `/api/v1`. What is not here answers 404. */
export const apiRoutes: readonly Route[] = [
  ...importRoutes,
  ...storyRoutes,
  ...changeControlRoutes,
  ...versionRoutes,
  ...recordTypeRoutes,
  ...recordRoutes,
  ...sharedObjectRoutes,
  ...teamRoutes,
  ...auditRoutes,
  ...syncDestinationRoutes,
];
