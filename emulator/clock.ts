/** The emulator's time: every timestamp, expiry and token lifetime reads it. Milliseconds since the epoch. */
export type Clock = {
  now: () => number;
  /** How far the clock is ahead of its source. */
  shiftMs: () => number;
  /** Moves the clock; a negative number moves it back. */
  shift: (ms: number) => void;
  reset: () => void;
};

export function createClock(source: () => number = Date.now): Clock {
  let shiftMs = 0;
  return {
    now: () => source() + shiftMs,
    shiftMs: () => shiftMs,
    shift: (ms) => {
      shiftMs += ms;
    },
    reset: () => {
      shiftMs = 0;
    },
  };
}
