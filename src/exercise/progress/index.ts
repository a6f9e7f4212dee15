/** What a reader has done, as pure data; pages keep it on the device. */
export {
  type ItemProgress,
  isMissed,
  isSolved,
  mergedProgress,
  NO_PROGRESS,
  type Progress,
  type Stage,
  withResult,
} from './progress.ts';
export { keptProgress, progressCode, progressText, readProgress, readProgressCode } from './progress-text.ts';
