import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import type { Step, Workflow } from './adapter';

const CALL_TIMEOUT_MS = 5_000;

/** Runs messages through a workflow, as many at a time as it can; the others wait. */
export class WorkflowRunner {
  private readonly waiting: (() => void)[] = [];
  private active = 0;

  public constructor(public readonly workflow: Workflow) {}

  /** Messages that are being worked on. */
  public get running(): number {
    return this.active;
  }

  /** Works on one message and gives its payload. */
  public async run(): Promise<string> {
    if (this.active >= this.workflow.concurrency) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.active++;
    try {
      let payload = '';
      for (const step of this.workflow.steps) payload = await runStep(step, payload);
      return payload;
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.active--;
      else next();
    }
  }
}

async function runStep(step: Step, payload: string): Promise<string> {
  switch (step.kind) {
    case 'template':
      return step.text;
    case 'wait':
      await setTimeout(step.milliseconds);
      return payload;
    case 'write':
      writeFileSync(`${step.directory}/${randomUUID()}`, payload);
      return payload;
    case 'call':
      return call(step.url);
  }
}

function call(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = get(url, { timeout: CALL_TIMEOUT_MS, agent: false }, (response) => {
      let body = '';
      response.on('data', (chunk) => (body += String(chunk)));
      response.on('end', () => resolve(body));
    });
    request.on('timeout', () => request.destroy(new Error('connect timed out')));
    request.on('error', reject);
  });
}
