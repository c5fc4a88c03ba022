import { generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** One for all emulators, as making an RSA key takes longer than a test. */
    signingKey: JsonWebKey;
  }
}

/** Makes the key that the emulators of the run sign with. */
export default function setup(project: TestProject): void {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  project.provide('signingKey', privateKey.export({ format: 'jwk' }));
}
