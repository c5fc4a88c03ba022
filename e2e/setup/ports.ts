/** Apart from the demo's, so that both can run at once. */
export const e2ePorts = {
  dns: Number(process.env.E2E_DNS_PORT || 5310),
  console: Number(process.env.E2E_PORT || 3100),
  emulator: Number(process.env.E2E_EMULATOR_PORT || 4110),
};

/** One for each port, so that two runs at once do not share it. */
export const e2eDataFolder = `.data/e2e-${e2ePorts.console}`;
