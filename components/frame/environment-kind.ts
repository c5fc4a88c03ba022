/** True for an environment whose name says production: `production`, `prod`, `eu-production`. */
export function isProduction(environment: string): boolean {
  return /(^|-)prod(uction)?(-|$)/.test(environment);
}
