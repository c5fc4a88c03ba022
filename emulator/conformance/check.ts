import { randomBytes } from 'node:crypto';
import { startEmulator } from '../start';
import { compareVisits, type Finding } from './compare';
import { playTour, type Target } from './play-tour';

export type Report = { asked: number; findings: Finding[] };

/** Plays the tour at the target and at a fresh emulator, and says where their answers differ. */
export async function checkConformance(target: Target, options: { readOnly: boolean }): Promise<Report> {
  const emulator = await startEmulator({ scenario: 'demo' });
  try {
    const word = randomBytes(4).toString('hex');
    const there = await playTour(target, word, options);
    const here = await playTour(emulator, word, options);
    const sides = {
      there: { origin: new URL(target.url).origin, word },
      here: { origin: emulator.url, word },
    };
    const findings = there.flatMap((visit, index) => {
      const ours = here[index];
      return ours ? compareVisits(visit, ours, sides) : [];
    });
    return { asked: there.filter((visit) => 'status' in visit).length, findings };
  } finally {
    await emulator.stop();
  }
}
