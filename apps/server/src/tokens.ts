/** Names of what is injected by interface. */
export const CLOCK = Symbol('Clock');
export const CONFIG = Symbol('Config');
export const CONNECTORS = Symbol('Connectors');
export const FAIL_POINTS = Symbol('FailPoints');
export const LOG = Symbol('Log');
export const NOTE_SCORING = Symbol('NoteScoring');
export const MAILER = Symbol('Mailer');
/** Given where the figures of scoring are kept by another thread. */
export const NOTE_SCORING_ELSEWHERE = Symbol('NoteScoringElsewhere');
export const SECRETS = Symbol('Secrets');
export const STEADY_CLOCK = Symbol('SteadyClock');
export const STORES = Symbol('Stores');
export const SIGN_IN = Symbol('SignIn');
