import 'server-only';
import type { sessionsPb } from './services';

/** `Firefox 140 on Windows 11`, as far as it is known; of a version the first number tells enough. */
export function describeDevice(device: sessionsPb.DeviceDetails | undefined): string {
  const browser = [device?.browser, device?.browserVersion.split('.')[0]].filter(Boolean).join(' ');
  const system = [device?.os, device?.osVersion].filter(Boolean).join(' ');
  return [browser, system].filter(Boolean).join(' on ') || 'Unknown device';
}
