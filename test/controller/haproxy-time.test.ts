import { Duration } from 'cdk8s';
import { haproxyTime } from '../../lib/controller/haproxy-time';

test.each([
  [Duration.millis(1), '1ms'],
  [Duration.millis(1500), '1500ms'],
  [Duration.seconds(5), '5s'],
  [Duration.seconds(90), '90s'],
  [Duration.minutes(10), '10m'],
  [Duration.minutes(90), '90m'],
  [Duration.hours(1), '1h'],
  [Duration.days(1), '24h'],
])('haproxyTime(%s) is %s', (duration, text) => expect(haproxyTime(duration)).toBe(text));
