import { expect, it } from 'vitest';
import { describeBrowser } from './describe-browser';

const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)';
const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';

it.each([
  [`${windows} Chrome/129.0.0.0 Safari/537.36`, 'Chrome 129 on Windows'],
  [`${windows} Chrome/129.0.0.0 Safari/537.36 Edg/128.0.2739.79`, 'Edge 128 on Windows'],
  [`${windows} Chrome/129.0.0.0 Safari/537.36 OPR/114.0.0.0`, 'Opera 114 on Windows'],
  [`${mac} Version/17.5 Safari/605.1.15`, 'Safari 17 on macOS'],
  [`${iphone} Version/17.5 Mobile/15E148 Safari/604.1`, 'Safari 17 on iOS'],
  [`${iphone} CriOS/129.0.6668.69 Mobile/15E148 Safari/604.1`, 'Chrome 129 on iOS'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0', 'Firefox 131 on Linux'],
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/129.0.0.0', 'Chrome 129 on Linux'],
  ['Mozilla/5.0 (compatible; MailScanner/2.1; Windows)', 'Other program on Windows'],
  ['curl/8.5.0', 'Other program'],
])('reads %s as %s', (userAgent, words) => {
  expect(describeBrowser(userAgent)).toBe(words);
});
