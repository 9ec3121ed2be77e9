import { desiredCodes } from './desired.ts';
import { diffCodes } from './diff.ts';
import { exportCodes } from './export.ts';
import { gitCodes } from './git.ts';
import { initCodes } from './init.ts';
import { keysCodes } from './keys.ts';
import { manifestCodes } from './manifest.ts';
import { nativeCodes } from './native.ts';
import { recordsCodes } from './records.ts';
import { rolloutCodes } from './rollout.ts';
import { runCodes } from './run.ts';
import { stateCodes } from './state.ts';
import { storyCodes } from './story.ts';

/** Every code storysync can print. `docs/errors.md` is generated from it. Codes are never reused or renumbered. */
export const catalogue = {
  ...manifestCodes,
  ...rolloutCodes,
  ...nativeCodes,
  ...keysCodes,
  ...desiredCodes,
  ...storyCodes,
  ...recordsCodes,
  ...stateCodes,
  ...gitCodes,
  ...runCodes,
  ...gitCodes,
  ...exportCodes,
  ...initCodes,
  ...diffCodes,
};

export type ProblemCode = keyof typeof catalogue;
