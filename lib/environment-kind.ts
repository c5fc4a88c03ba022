/** True for a name that says production: `production`, `prod`, `eu-production`. What settings leave open, it decides. */
export function soundsLikeProduction(environment: string): boolean {
  return /(^|-)prod(uction)?(-|$)/.test(environment);
}
