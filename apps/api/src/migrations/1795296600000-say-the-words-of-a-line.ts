import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Lists name each piece of work by its plan row, or by its plan. Behind the wall a page of fifty lines asked for that which plans its unit
 * may see, all of them, though whoever sees the work sees what it is about. The words stand with the work now; the database
 * keeps them equal to the row.
 */
const columns = `
alter table instance add column line_ref text, add column line_title text;
update instance i set line_ref = item.ref, line_title = item.title from plan_item item where item.id = i.item_id;
update instance i set line_title = p.title from plan p where p.id = i.plan_id and i.line_title is null;`;

/** Writers of many rows bring the words along; for one row they are looked up. */
const born = `
create function word_born_line() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.item_id is null then
    select title into new.line_title from plan where id = new.plan_id;
  else
    select ref, title into new.line_ref, new.line_title from plan_item where id = new.item_id;
  end if;
  return new;
end $$;
create trigger instance_worded before insert on instance for each row when (new.line_title is null)
  execute function word_born_line();`;

const corrected = `
create function word_lines_of_row() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update instance set line_ref = new.ref, line_title = new.title where plan_id = new.plan_id and item_id = new.id;
  return null;
end $$;
create trigger plan_item_words_kept after update of ref, title on plan_item for each row
  when (old.ref is distinct from new.ref or old.title is distinct from new.title) execute function word_lines_of_row();
create function word_lines_of_plan() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update instance set line_title = new.title where plan_id = new.id and item_id is null;
  return null;
end $$;
create trigger plan_words_kept after update of title on plan for each row
  when (old.title is distinct from new.title) execute function word_lines_of_plan();`;

export class SayTheWordsOfALine1795296600000 implements MigrationInterface {
  readonly name = 'SayTheWordsOfALine1795296600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [columns, born, corrected]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger plan_words_kept on plan;
      drop trigger plan_item_words_kept on plan_item;
      drop trigger instance_worded on instance;
      drop function word_lines_of_plan, word_lines_of_row, word_born_line;
      alter table instance drop column line_ref, drop column line_title;`);
  }
}
