import type { Locator, Page } from 'playwright-core';

export type Wording = string | RegExp;

const named = (name: Wording) => ({ name, exact: typeof name === 'string' });

/** A screen, or a part of it, handled as a person does: by the words on it and the role of what carries them. */
export class Screen {
  constructor(protected readonly root: Page | Locator) {}

  /** The part of the screen with this title. */
  part(title: Wording): Screen {
    return new Screen(this.root.getByRole('region', named(title)));
  }

  dialog(title: Wording): Screen {
    return new Screen(this.root.getByRole('dialog', { name: title }));
  }

  /** The line of a list with these words. */
  line(words: Wording): Screen {
    return new Screen(this.root.getByRole('listitem').filter({ hasText: words }).first());
  }

  /** The row of the plan's table with this number; scrolls down to it, since rows are drawn only where one looks. */
  async rowOf(ref: string): Promise<Screen> {
    const page = this.pageOf();
    const row = this.root
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: ref, exact: true }) })
      .filter({ has: page.getByRole('link') });
    await this.root.getByRole('row').nth(3).waitFor();
    for (let turn = 0; turn < 30 && (await row.count()) === 0; turn += 1) {
      await page.mouse.wheel(0, 500);
      await page.waitForTimeout(60);
    }
    return new Screen(row.first());
  }

  async press(button: Wording): Promise<void> {
    await this.root.getByRole('button', named(button)).first().click();
  }

  /** Sends an opened form; the button that opened it has the same name and stands outside. */
  async send(button: Wording): Promise<void> {
    await this.root.locator('form').getByRole('button', named(button)).click();
  }

  async follow(link: Wording): Promise<void> {
    await this.link(link).click();
  }

  async type(field: Wording, words: string): Promise<void> {
    await this.field(field).fill(words);
  }

  /** A day typed as the office writes it: 31/12/2025. */
  async typeDay(field: Wording, day: string): Promise<void> {
    await this.field(field).fill(day);
    await this.field(field).blur();
  }

  /** Types the beginning of a choice and takes it by keyboard. */
  async choose(field: Wording, choice: string): Promise<void> {
    const input = this.field(field);
    await input.click();
    if (await input.isEditable()) await input.fill(choice);
    await this.pageOf().getByRole('option', { name: choice, exact: true }).click();
  }

  async attach(button: Wording, file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    const chooser = this.pageOf().waitForEvent('filechooser');
    await this.press(button);
    await (await chooser).setFiles(file);
  }

  async sees(words: Wording): Promise<void> {
    await this.root.getByText(words).first().waitFor();
  }

  /** Loads more of a list until these words come. */
  async seesAfterMore(words: Wording): Promise<void> {
    const sought = this.root.getByText(words).first();
    const more = this.root.getByRole('button', { name: 'Tải thêm' });
    await more.or(sought).first().waitFor();
    while ((await sought.count()) === 0 && (await more.count()) > 0) {
      const before = await this.root.getByRole('link').count();
      await more.click();
      while ((await this.root.getByRole('link').count()) === before && (await more.count()) > 0) {
        await this.pageOf().waitForTimeout(50);
      }
    }
    await sought.waitFor();
  }

  async seesHeading(words: Wording): Promise<void> {
    await this.root.getByRole('heading', { name: words }).first().waitFor();
  }

  async seesButton(name: Wording): Promise<void> {
    await this.root.getByRole('button', named(name)).first().waitFor();
  }

  async seesNot(words: Wording): Promise<void> {
    await this.root.getByText(words).first().waitFor({ state: 'hidden' });
  }

  async seesNoButton(name: Wording): Promise<void> {
    await this.root.getByRole('button', named(name)).first().waitFor({ state: 'hidden' });
  }

  /** The field holds these words and no others. */
  async seesTyped(field: Wording, words: string): Promise<void> {
    const input = this.field(field);
    await input.waitFor();
    const typed = await input.inputValue();
    if (typed !== words) throw new Error(`The field ${String(field)} holds «${typed}» instead of «${words}».`);
  }

  /** Whether there is a button of this name that can be pressed. */
  async mayPress(button: Wording): Promise<boolean> {
    return (await this.root.getByRole('button', { ...named(button), disabled: false }).count()) > 0;
  }

  link(name: Wording): Locator {
    return this.root.getByRole('link', named(name)).first();
  }

  /** Every word on it. */
  async words(): Promise<string> {
    return ('goto' in this.root ? this.root.locator('body') : this.root).innerText();
  }

  protected field(label: Wording): Locator {
    const required = typeof label === 'string' ? new RegExp(`^${escape(label)}( \\*)?$`) : label;
    return this.root
      .getByRole('textbox', { name: required })
      .or(this.root.getByRole('combobox', { name: required }))
      .first();
  }

  protected pageOf(): Page {
    return 'goto' in this.root ? this.root : this.root.page();
  }
}

const escape = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
