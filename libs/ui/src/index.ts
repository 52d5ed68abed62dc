export { default as BrassBell } from './celebration/BigBell.svelte';
export { default as Takeover } from './celebration/Takeover.svelte';
export { BellSound, type SoundState } from './celebration/bell-sound.js';
export {
  catchUp,
  EMPTY_QUEUE,
  enqueue,
  nextTurn,
  takeBack,
  type CelebrationQueue,
} from './celebration/celebration-queue.js';
export { planTakeover, STRIKE_AT, type TakeoverPlan } from './celebration/plan-takeover.js';
export { teamNote } from './celebration/team-note.js';
export { describeStanding, isCounted } from './board/describe-standing.js';
export { leadOf } from './board/lead-of.js';
export { hasPlace, placedRows, placeMark, type PlacedRow } from './board/placed-row.js';
export { shortText } from './board/short-text.js';
export { fillShare } from './board/fill-share.js';
export { ownScore } from './board/own-score.js';
export { default as Hills } from './board/Hills.svelte';
export { default as Landscape } from './board/Landscape.svelte';
export { layBoard, ON_HILLS, onHills, placeOfRows } from './board/lay-board.js';
export { default as Podium } from './board/Podium.svelte';
export { groundOf } from './board/podium-spot.js';
export { rankShift, type RankShift } from './board/rank-shift.js';
export { default as RankChange } from './board/RankChange.svelte';
export { RecentGains, type Gain } from './board/recent-gains.svelte.js';
export { RecentPlaces } from './board/recent-places.js';
export { default as Slat } from './board/Slat.svelte';
export { default as Slats } from './board/Slats.svelte';
export { default as Sun } from './board/Sun.svelte';
export { default as TeamStrip } from './board/TeamStrip.svelte';
export { default as FreshnessMark } from './freshness/FreshnessMark.svelte';
export {
  DIM_AFTER_MS,
  judgeFreshness,
  LATE_AFTER_MS,
  type FreshnessNote,
} from './freshness/judge-freshness.js';
export { applyDelta } from './live/apply-delta.js';
export { LiveBoard } from './live/live-board.svelte.js';
export { LiveConnection, type LineState } from './live/live-connection.svelte.js';
export { LiveFeed } from './live/live-feed.svelte.js';
export { LiveScreen } from './live/live-screen.svelte.js';
export { openLiveSocket, type LiveSocket } from './live/live-socket.js';
export { ServerClock } from './live/server-clock.js';
export { KeptStorage, storageOfBrowser } from './memory/kept-storage.js';
export { default as Mark } from './mark/Mark.svelte';
export { default as Sheep } from './mark/Sheep.svelte';
export { default as CountUp } from './numbers/CountUp.svelte';
export { clockText, dayText, momentText } from './numbers/clock-text.js';
export { formatDuration } from './numbers/format-duration.js';
export { formatMoney } from './numbers/format-money.js';
export { formatAmount, formatScore } from './numbers/format-score.js';
export { numberFormat } from './numbers/number-format.js';
export { ordinal } from './numbers/ordinal.js';
export { default as Avatar } from './people/Avatar.svelte';
export { default as Face } from './people/Face.svelte';
export { initials } from './people/initials.js';
export { default as TeamBadge } from './people/TeamBadge.svelte';
export { ribbonLook, type RibbonLook } from './ribbons/ribbon.js';
export { default as Ribbon } from './ribbons/Ribbon.svelte';
export { teamColour } from './ribbons/team-colour.js';
export { keepShell } from './shell/keep-shell.js';
export { default as FitText } from './text/FitText.svelte';
export { fieldOf, reasonOf, type Answer } from './api/answer.js';
export { BellwetherApi, type AuditAsked, type ScorecardPeoplePage } from './api/bellwether-api.js';
export { foundOrganisation } from './api/found-organisation.js';
export { SignInApi, type SecondFactor } from './api/sign-in-api.js';
export { keyOfPasted, valueOfAddress } from './api/value-of-address.js';
export { default as Drawer } from './desk/Drawer.svelte';
export { default as Modal } from './desk/Modal.svelte';
export { default as ProgressBar } from './desk/ProgressBar.svelte';
export { wantsCalm } from './desk/motion-of.js';
export { default as ToastStack } from './desk/ToastStack.svelte';
export { Toasts } from './desk/toasts.svelte.js';
export { listText, type EntryPlace } from './explain/describe-entry.js';
export { AskedReply } from './explain/asked-reply.svelte.js';
export { default as ExplainTabs } from './explain/ExplainTabs.svelte';
export { default as Explained } from './explain/Explained.svelte';
export { Explanation } from './explain/explanation.svelte.js';
export { noteVisits } from './explain/note-visits.js';
export { MeasureDictionary } from './explain/measure-words.js';
export { dateText, fullMomentText } from './explain/moment-text.js';
export { scoreShares, type ScoredPart } from './explain/score-sum.js';
export { default as PaceSum } from './explain/PaceSum.svelte';
export { default as WhatChanged } from './explain/WhatChanged.svelte';
export { default as WhyThisPlace } from './explain/WhyThisPlace.svelte';
export { default as Chip } from './forms/Chip.svelte';
export { default as Choice } from './forms/Choice.svelte';
export { default as CodeField } from './forms/CodeField.svelte';
export { default as Combobox } from './forms/Combobox.svelte';
export { default as CopyText } from './forms/CopyText.svelte';
export { default as Field } from './forms/Field.svelte';
export { findOptions, folded, type Option } from './forms/find-options.js';
export { default as Switch } from './forms/Switch.svelte';
export { default as TextField } from './forms/TextField.svelte';
export { typedCode, type TypedCode } from './forms/typed-code.js';
export { RecentWins } from './desk/recent-wins.svelte.js';
