import { z } from 'zod';
import { ScriptError } from '../script-error';

/** What a person may choose of the demo: where it listens and where it keeps its data. */
export type StackSettings = { port: number; emulatorPort: number; dataFolder: string };

const port = (name: string, fallback: number) =>
  z.coerce
    .number({ error: `${name} must be a port number` })
    .int({ error: `${name} must be a port number` })
    .min(1, { error: `${name} must be 1 or more` })
    // The second emulator takes the next port.
    .max(65_534, { error: `${name} must be 65534 or less` })
    .default(fallback);

const schema = z.object({
  PORT: port('PORT', 3000),
  EMULATOR_PORT: port('EMULATOR_PORT', 4010),
  KEYDESK_DATA: z.string().default('.data'),
});

type Source = Record<string, string | undefined>;

/** @throws ScriptError with a sentence for each bad variable */
export function readStackSettings(source: Source): StackSettings {
  const data = parse(schema, source);
  const clash = data.PORT === data.EMULATOR_PORT || data.PORT === data.EMULATOR_PORT + 1;
  if (clash) throw new ScriptError('PORT must differ from EMULATOR_PORT and the port after it.');
  return { port: data.PORT, emulatorPort: data.EMULATOR_PORT, dataFolder: data.KEYDESK_DATA };
}

/** PORT alone, 3000 by default. */
export function readPort(source: Source): number {
  return parse(schema.pick({ PORT: true }), source).PORT;
}

function parse<T>(settings: z.ZodType<T>, source: Source): T {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const { success, data, error } = settings.safeParse(present);
  if (!success) throw new ScriptError(error.issues.map((issue) => `${issue.message}.`).join('\n'));
  return data;
}
