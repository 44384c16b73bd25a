import { Duration } from 'cdk8s';
import { check, checkFields, type ValueCheck } from '../../errors';
import { checkLabels, checkNamespace } from '../../objects';
import type { InterlokAlerts, InterlokMetrics, MetricsScraper } from './metrics';

const checkSwitch = check((value: unknown) => typeof value === 'boolean', 'true or false');

function checkDuration(smallestMillis: number, expected: string): ValueCheck {
  return check(
    (value: unknown) =>
      value instanceof Duration && value.toMilliseconds() > 0 && value.toMilliseconds() % smallestMillis === 0,
    expected,
  );
}

const alertFields: Readonly<Record<keyof InterlokAlerts, ValueCheck>> = {
  queueTime: checkDuration(1, 'a Duration, for example Duration.seconds(5)'),
  errorShare: check(
    (share: unknown) => typeof share === 'number' && share > 0 && share < 1,
    'a share above 0 and below 1, for example 0.05',
  ),
  certificateExpiry: checkDuration(24 * 60 * 60 * 1000, 'whole days, for example Duration.days(14)'),
};

const scraperFields: Readonly<Record<keyof MetricsScraper, ValueCheck>> = {
  namespace: checkNamespace,
  podLabels: checkLabels,
};

const fields: Readonly<Record<keyof InterlokMetrics, ValueCheck>> = {
  labels: checkLabels,
  adapter: checkSwitch,
  scraper: checkFields(scraperFields),
  alerts: (field, alerts) => (alerts === false ? [] : checkFields(alertFields)(field, alerts)),
  dashboard: checkSwitch,
};

/** Whether, and how, the adapter is watched. */
export const checkMetrics: ValueCheck = (field, metrics) =>
  typeof metrics === 'boolean' ? [] : checkFields(fields)(field, metrics);
