import { describe, expect, it } from 'vitest';
import { plainAddress } from './join-people';

describe('plainAddress', () => {
  it.each([
    ['Ada@Heron.Example', 'ada@heron.example'],
    [' ada+test@heron.example ', 'ada@heron.example'],
    ['a.d.a+x@googlemail.com', 'ada@gmail.com'],
    ['a.d.a@heron.example', 'a.d.a@heron.example'],
    ['+31612@heron.example', '+31612@heron.example'],
    ['00u1', '00u1'],
    ['', ''],
  ])('reads %j as %j', (address, plain) => {
    expect(plainAddress(address)).toBe(plain);
  });
});
