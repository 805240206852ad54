import { expect, signIn, speak, test } from '../office';

test('somebody is entered, takes up the invitation, keeps their language, and is shut out', async ({
  office: page,
  browser,
  baseURL,
}) => {
  await signIn(page, baseURL, 'admin');
  await page.goto('/settings/users');
  await page.getByRole('link', { name: 'New user' }).click();
  await page.getByLabel(/^E-mail/).fill('journey');
  await page.getByLabel(/^Name/).fill('Nodira Journey');
  await page.getByLabel(/^Role/).selectOption('coordinator');
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(page.getByRole('combobox', { name: /^Unit/ })).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel(/^Role/).selectOption('viewer');
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Nodira Journey' })).toBeVisible();
  await page.getByRole('button', { name: 'Make an invitation link' }).click();
  const url = new URL(await page.getByRole('dialog').getByLabel('Link').inputValue());
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();

  const guests = await browser.newContext({ baseURL: baseURL ?? '' });
  const guest = await guests.newPage();
  await speak(guest, 'en');
  await guest.goto(url.pathname);
  await guest.getByLabel('Password', { exact: true }).fill('a long one of words');
  await guest.getByRole('button', { name: 'Save the password and sign in' }).click();
  await expect(guest.getByText('Nodira Journey, viewer')).toBeVisible();
  await guest.getByRole('link', { name: 'Settings' }).click();
  await expect(guest.getByRole('link', { name: 'Users' })).toHaveCount(0);
  const kept = guest.waitForResponse(it => it.request().method() === 'PATCH' && it.ok());
  await guest.getByRole('main').getByLabel('Language').selectOption('ru');
  await expect(guest.getByRole('heading', { name: 'Моя учётная запись' })).toBeVisible();
  await kept;
  // The device says English at every visit; the account says Russian.
  await guest.goto('/settings/account');
  await expect(guest.getByRole('heading', { name: 'Моя учётная запись' })).toBeVisible();
  await guest.getByLabel('Нынешний пароль').fill('another one');
  await guest.getByLabel('Новый пароль').fill('yet another long one');
  await guest.getByRole('button', { name: 'Сменить пароль' }).click();
  await expect(guest.getByLabel('Нынешний пароль')).toHaveAttribute('aria-invalid', 'true');
  await guest.getByLabel('Нынешний пароль').fill('a long one of words');
  await guest.getByRole('button', { name: 'Сменить пароль' }).click();
  await expect(guest.getByText('Пароль изменён')).toBeVisible();

  await page.reload();
  await page.getByRole('button', { name: 'Shut out' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Shut out' }).click();
  await expect(page.getByText(/Shut out since/)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText(/Shut out since/)).toBeHidden();
  await guests.close();
});

test('a unit gets a part, which is renamed, archived and brought back', async ({ office: page, baseURL }) => {
  await signIn(page, baseURL, 'admin');
  await page.goto('/settings/units');
  await page.getByRole('link', { name: 'Faculty of Energetics' }).click();
  await page.getByRole('link', { name: 'Add a part' }).click();
  await page.getByLabel('English', { exact: true }).fill('Department of Journeys');
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Department of Journeys' })).toBeVisible();
  await expect(page.getByRole('link', { name: /Faculty of Energetics/ })).toBeVisible();
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await page.getByLabel('English', { exact: true }).fill('Department of Voyages');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Department of Voyages' })).toBeVisible();
  await page.getByRole('button', { name: 'Archive' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Archive' }).click();
  await page.getByRole('link', { name: 'Units', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Faculty of Energetics' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Department of Voyages' })).toHaveCount(0);
  await page.getByLabel('Archived too').check();
  await page.getByRole('link', { name: 'Department of Voyages' }).click();
  await page.getByRole('button', { name: 'Restore from the archive' }).click();
  await expect(page.getByRole('button', { name: 'Archive' })).toBeVisible();
});

test('the institution is changed', async ({ office: page, baseURL }) => {
  await signIn(page, baseURL, 'admin');
  await page.goto('/settings/institution/edit');
  await page.getByLabel('Phone of the office').fill('+998712371945');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('link', { name: '+998712371945' })).toBeVisible();
});
