import { diffSchema } from './diff/diff-schema.ts';
import { doctorSchema } from './doctor/doctor-schema.ts';
import { findingsSchema } from './findings/findings-schema.ts';
import { notifySchema } from './notify/notify-schema.ts';
import { planSchema } from './plan/plan-schema.ts';
import { rolloutRecordSchema } from './rollout/rollout-schema.ts';
import type { Schema } from './schema-parts.ts';
import { stateSchema } from './state/state-schema.ts';
import { statusSchema } from './status/status-schema.ts';
import { toldSchema } from './told/told-schema.ts';

/** Those that a document is read by; the others are only written by us. */
export const readSchemas: { readonly [file: string]: Schema } = {
  'plan.schema.json': planSchema,
  'rollout.schema.json': rolloutRecordSchema,
  'state.schema.json': stateSchema,
  'status.schema.json': statusSchema,
  'told.schema.json': toldSchema,
};

/** The published schemas of our JSON documents, by file name under schemas/. */
export const publishedSchemas: { readonly [file: string]: Schema } = {
  ...readSchemas,
  'diff.schema.json': diffSchema,
  'doctor.schema.json': doctorSchema,
  'findings.schema.json': findingsSchema,
  'notify.schema.json': notifySchema,
};
