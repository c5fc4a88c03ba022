/** `empty`: the built-in roles. `demo`: a company's customers after two years. `large`: ten thousand of them. */
export const scenarioNames = ['demo', 'empty', 'large'] as const;
export type ScenarioName = (typeof scenarioNames)[number];
