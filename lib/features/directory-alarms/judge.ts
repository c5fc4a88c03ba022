/** Deletions of so many minutes are counted together. */
export const windowMs = 10 * 60_000;
/** More than so many are an alarm in any directory. */
export const manyUsers = 20;
/** More than this share of a directory is one too, from so many deletions on: one leaver of a team of five is no alarm. */
export const largeShare = 0.1;
export const shareFrom = 3;
/** An alarm that has not grown for so long is over: what is deleted after it raises another. */
export const overAfterMs = 3_600_000;
/** History that is read later raises no alarm. */
export const oldestMs = 24 * 3_600_000;

/** @param usersBefore how many the directory had; null where that is not known */
export function isAlarming(deleted: number, usersBefore: number | null): boolean {
  if (deleted > manyUsers) return true;
  return usersBefore !== null && deleted >= shareFrom && deleted > usersBefore * largeShare;
}
