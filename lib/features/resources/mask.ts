import { AppError } from '@/lib/errors';

/** `resourceUri` as a mask names it: `resource_uri`. */
export function wireName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** What somebody reads whose change would go over another's. */
export function changedElsewhere(): AppError {
  return new AppError(
    'conflict',
    'Somebody else has changed the same settings since you opened the form. Close it and open it again.',
  );
}
