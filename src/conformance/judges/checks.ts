import type { Judge } from '../result.js';
import type { CheckRule } from './evidence.js';
import { acceptsAnEmptySuccess } from './report/acceptsAnEmptySuccess.js';
import { noticesTheRefusal } from './report/noticesTheRefusal.js';
import { reportsNoFailure } from './report/reportsNoFailure.js';
import { reportsTheCode } from './report/reportsTheCode.js';
import { reportsTheOutcome } from './report/reportsTheOutcome.js';
import { reportsTheStatus } from './report/reportsTheStatus.js';
import { tellsTheTruth } from './report/tellsTheTruth.js';
import { leavesOthersAlone } from './state/leavesOthersAlone.js';
import { makesTheChange } from './state/makesTheChange.js';
import { deletesTheRecord, keepsTheRecord } from './state/recordChecks.js';
import { authenticates } from './traffic/authenticates.js';
import { callsWhatExists } from './traffic/callsWhatExists.js';
import { changesNothingElse } from './traffic/changesNothingElse.js';
import { sendsItOnce } from './traffic/sendsItOnce.js';
import { sendsNoBodyOnDelete } from './traffic/sendsNoBodyOnDelete.js';
import { sendsTheOperation } from './traffic/sendsTheOperation.js';
import { sendsTheParameters } from './traffic/sendsTheParameters.js';
import { sendsWhatTheDocumentAllows } from './traffic/sendsWhatTheDocumentAllows.js';
import { waitsAsTold } from './traffic/waitsAsTold.js';

/** Every statement a client is judged by, by the judge who looks. Slugs are stable. */
export const checks: Readonly<Record<Judge, readonly CheckRule[]>> = {
  traffic: [
    sendsTheOperation,
    sendsTheParameters,
    sendsWhatTheDocumentAllows,
    sendsNoBodyOnDelete,
    authenticates,
    changesNothingElse,
    callsWhatExists,
    sendsItOnce,
    waitsAsTold,
  ],
  state: [deletesTheRecord, keepsTheRecord, makesTheChange, leavesOthersAlone],
  report: [
    reportsTheOutcome,
    tellsTheTruth,
    noticesTheRefusal,
    reportsNoFailure,
    acceptsAnEmptySuccess,
    reportsTheStatus,
    reportsTheCode,
  ],
};

/** The slug of every check. */
export const checkSlugs: readonly string[] = Object.values(checks).flatMap((rules) => rules.map(({ slug }) => slug));
