import type { Device } from './rows';

const browsers: [name: string, pattern: RegExp][] = [
  ['Edge', /\bEdg(?:A|iOS)?\/([\d.]+)/],
  ['Opera', /\bOPR\/([\d.]+)/],
  ['Firefox', /\b(?:Firefox|FxiOS)\/([\d.]+)/],
  ['Chrome', /\b(?:Chrome|CriOS)\/([\d.]+)/],
  ['Mobile Safari', /\bVersion\/([\d.]+) Mobile\S* Safari\//],
  ['Safari', /\bVersion\/([\d.]+).* Safari\//],
];

const systems: [name: string, pattern: RegExp][] = [
  ['iOS', /\b(?:iPhone|iPad).*? OS ([\d_]+)/],
  ['Android', /\bAndroid ([\d.]+)/],
  ['Windows', /\bWindows NT ([\d.]+)/],
  ['macOS', /\bMac OS X ([\d_.]+)/],
  ['Linux', /\bLinux\b()/],
];

/** What a user agent says about a device. Unknown parts are empty, as the address says nothing of a place here. */
export function describeDevice(userAgent: string, ip: string): Device {
  const [browser, browserVersion] = match(browsers, userAgent);
  const [os, version] = match(systems, userAgent);
  return {
    userAgent,
    os,
    osVersion: version.replaceAll('_', '.'),
    browser,
    browserVersion,
    deviceType: kindOf(userAgent, os),
    ip,
  };
}

function match(list: [string, RegExp][], userAgent: string): [name: string, version: string] {
  for (const [name, pattern] of list) {
    const found = pattern.exec(userAgent);
    if (found) return [name, found[1] ?? ''];
  }
  return ['', ''];
}

function kindOf(userAgent: string, os: string): Device['deviceType'] {
  if (/\biPad\b|\bTablet\b/.test(userAgent)) return 'tablet';
  if (os === 'Android') return /\bMobile\b/.test(userAgent) ? 'mobile' : 'tablet';
  if (os === 'iOS') return 'mobile';
  return os ? 'desktop' : 'other';
}
