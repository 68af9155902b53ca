import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { chromium } from 'playwright-core';
import { servePage } from './servePage.mjs';

let served;
let browser;
let page;

before(async () => {
  served = await servePage();
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
});
beforeEach(async () => {
  page = await browser.newPage();
  await page.goto(served.url);
  await page.waitForSelector('form');
});
after(async () => {
  await browser?.close();
  served?.close();
});

/** Makes a task in the mock of the page, and gives its id. */
const make = (status) =>
  page.evaluate((status) => globalThis.modelarts.db.processorTask.create({ status }).task_id, status);
const count = () => page.evaluate(() => globalThis.modelarts.db.processorTask.count());
async function remove(task) {
  await page.fill('input', task);
  await page.click('button');
  await page.waitForFunction(() => document.querySelector('output').value !== '');
  return page.textContent('output');
}

test('a task that is over is deleted', async () => {
  const task = await make(2);
  assert.equal(await remove(task), 'deleted');
  assert.equal(await count(), 0);
});

test('a task that is being initialized is refused, and the page says so', async () => {
  const task = await make(0);
  assert.equal(await remove(task), 'refused');
  assert.equal(await count(), 1);
  assert.match(
    await page.evaluate(() => globalThis.modelarts.explain()),
    /Decided by huawei-modelarts\/deleteProcessorTask\/initializing/,
  );
});

test('a lost answer is not taken for a refusal', async () => {
  const task = await make(2);
  await page.evaluate(() => globalThis.modelarts.faults.once('deleteProcessorTask', { loseResponse: true }));
  assert.match(await remove(task), /fetch/);
  assert.equal(await count(), 0);
});
