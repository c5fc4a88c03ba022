import { expect, it } from 'vitest';
import { soundsLikeProduction } from './environment-kind';

it.each(['production', 'prod', 'eu-production', 'prod-us'])('%s is production', (name) => {
  expect(soundsLikeProduction(name)).toBe(true);
});

it.each(['development', 'staging', 'product-demo', 'reproduction', 'preprod'])(
  '%s is not production',
  (name) => {
    expect(soundsLikeProduction(name)).toBe(false);
  },
);
