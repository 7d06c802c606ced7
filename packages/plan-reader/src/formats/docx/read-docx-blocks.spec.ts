import { describe, expect, it } from '@jest/globals';

import { readPlan } from '../../read-plan.js';
import { cell, goesOn, makeDocx, merged, paragraph, row, run, table } from '../../testing/make-docx.js';
import { readDocxBlocks } from './read-docx-blocks.js';

const header = row(['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời gian']);

function read(body: string, parts: Record<string, string> = {}) {
  const result = readPlan(makeDocx(paragraph('KẾ HOẠCH NĂM 2026') + body, parts));
  if (!result.ok) throw new Error(result.code);
  return result.reading;
}

function textsOf(body: string, parts: Record<string, string> = {}) {
  const result = readDocxBlocks(makeDocx(body, parts));
  if (!result.ok) throw new Error(result.code);
  return result.blocks.map((block) =>
    block.kind === 'text' ? block.text.trim() : block.kind === 'row' ? block.cells.map(({ text }) => text) : '',
  );
}

const level = (at: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const numbering = `<w:numbering><w:abstractNum w:abstractNumId="0">${level(0, 'upperRoman', '%1.')}${level(1, 'decimal', '%2.')}${level(2, 'lowerLetter', '%3)')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '')}</w:abstractNum><w:abstractNum w:abstractNumId="2">${level(0, 'decimal', '%1')}${level(1, 'decimal', '%1.%2')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>`;
const numbered = (text: string, id: number, at: number) =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`);

describe('Cells of a Word table', () => {
  it('that are merged downwards serve every row they cover, and the file itself is the witness', () => {
    const reading = read(
      table([
        header,
        row(['1', 'Giám sát ổ dịch', merged('Sở Y tế'), 'Công an tỉnh', 'Quý I/2026']),
        row(['2', 'Phun hóa chất', goesOn(), '', 'Quý II/2026']),
      ]),
    );
    expect(reading.items.map(({ leads }) => leads)).toEqual([['Sở Y tế'], ['Sở Y tế']]);
    expect(reading.doubts).toContainEqual(
      expect.objectContaining({ code: 'INHERITED', ref: '2', field: 'leads', confidence: 1 }),
    );
    expect(reading.items[1]?.coordinators).toEqual([]);
  });

  it('below a header of two rows belong to the lower words', () => {
    const reading = read(
      table([
        row([
          merged('STT'),
          merged('Nội dung công việc'),
          cell('Đơn vị thực hiện', '<w:gridSpan w:val="2"/>'),
          merged('Thời gian thực hiện'),
        ]),
        row([goesOn(), goesOn(), 'Chủ trì', 'Phối hợp', goesOn()]),
        row(['(1)', '(2)', '(3)', '(4)', '(5)']),
        row(['1', 'Khảo sát mạng lưới đường bộ', 'Sở Xây dựng', 'Sở Tài chính', 'Tháng 3/2026']),
      ]),
    );
    expect(reading.items.map(({ ref, leads, coordinators }) => [ref, leads, coordinators])).toEqual([
      ['1', ['Sở Xây dựng'], ['Sở Tài chính']],
    ]);
  });

  it('keep their paragraphs apart and take words of a table inside them, which a doubt tells', () => {
    const inner = table([row(['Vòng 1', 'tháng 4']), row(['Vòng 2', 'tháng 6'])]);
    const reading = read(
      table([
        header,
        row(['1', 'Hội thi', 'Sở Y tế\nCông an tỉnh', 'Sở Tài chính', cell(paragraph('Hai vòng:') + inner)]),
      ]),
    );
    expect(reading.items[0]?.leads).toEqual(['Sở Y tế', 'Công an tỉnh']);
    expect(reading.items[0]?.timing.text).toBe('Hai vòng: Vòng 1 tháng 4 Vòng 2 tháng 6');
    expect(reading.doubts[0]?.message.en).toMatch(/^1 tables stand inside cells/);
  });

  it('of the signature below the plan become no work', () => {
    const signature = table([row(['Nơi nhận:\n- Như trên;\n- Lưu: VT.', 'KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC'])]);
    const reading = read(table([header, row(['1', 'Việc', 'Sở Y tế', '', 'Quý I'])]) + paragraph('') + signature);
    expect(reading.items).toHaveLength(1);
    expect(reading.document.recipients).toEqual(['Như trên', 'Lưu: VT']);
  });

  it('of another table of the plan become no work either, and a doubt names that table', () => {
    const budget = table([
      row(['TT', 'Khoản chi', 'Số tiền', 'Nguồn']),
      row(['1', 'Tập huấn', '20.000.000', 'Ngân sách']),
      row(['2', 'In ấn', '5.000.000', 'Ngân sách']),
    ]);
    const reading = read(table([header, row(['1', 'Việc', 'Sở Y tế', '', 'Quý I'])]) + paragraph('Dự toán') + budget);
    expect(reading.items).toHaveLength(1);
    expect(reading.doubts).toContainEqual(
      expect.objectContaining({
        code: 'NOT_READ',
        message: expect.objectContaining({ vi: expect.stringContaining('Khoản chi') }),
      }),
    );
  });
});

describe('Automatic numbers of a Word file', () => {
  it('count as they are printed', () => {
    const body = [
      numbered('Mục đích', 1, 0),
      numbered('Nhiệm vụ', 1, 0),
      numbered('Tuyên truyền', 1, 1),
      numbered('Trên báo', 1, 2),
      numbered('Trên đài', 1, 2),
      numbered('Tập huấn', 1, 1),
      numbered('Ở xã', 1, 2),
      numbered('Tổ chức', 1, 0),
      numbered('Gạch', 2, 0),
    ].join('');
    expect(textsOf(body, { numbering })).toEqual([
      'I. Mục đích',
      'II. Nhiệm vụ',
      '1. Tuyên truyền',
      'a) Trên báo',
      'b) Trên đài',
      '2. Tập huấn',
      'a) Ở xã',
      'III. Tổ chức',
      '• Gạch',
    ]);
  });

  it('begin again where the list says so, and number the cells of a column that hold nothing else', () => {
    const number = (id: number, at: number) => cell(numbered('', id, at));
    const reading = read(
      table([
        header,
        row([number(3, 0), 'Nhóm việc', '', '', '']),
        row([number(3, 1), 'Việc một', 'Sở Y tế', '', 'Quý I']),
        row([number(3, 1), 'Việc hai', 'Sở Y tế', '', 'Quý II']),
        row([number(3, 0), 'Nhóm khác', '', '', '']),
        row([number(3, 1), 'Việc ba', 'Sở Y tế', '', 'Quý II']),
      ]),
      { numbering },
    );
    expect(reading.items.map(({ ref }) => ref)).toEqual(['1.1', '1.2', '2.1']);
    expect(textsOf(numbered('một', 3, 0) + numbered('hai', 3, 0) + numbered('lại một', 4, 0), { numbering })).toEqual([
      '1 một',
      '2 hai',
      '1 lại một',
    ]);
  });

  it('come from the style of a paragraph too', () => {
    const styles =
      '<w:styles><w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>';
    const result = readDocxBlocks(makeDocx(paragraph('Mục đích', '<w:pStyle w:val="Muc"/>'), { numbering, styles }));
    expect(result.ok && result.blocks).toMatchObject([{ kind: 'text', text: 'I. Mục đích', heading: 1 }]);
  });
});

describe('What Word keeps beside the text', () => {
  it('tracked changes are read as accepted, and a doubt says that nobody accepted them', () => {
    const changed = `<w:p>${run('Chủ trì: ')}<w:del><w:r><w:delText>Sở Y tế</w:delText></w:r></w:del><w:ins>${run('Sở Nội vụ')}</w:ins></w:p>`;
    const deletedRow = row(['9', 'Bỏ', 'Sở Y tế', '', ''], '<w:del w:id="1"/>');
    expect(textsOf(changed)).toEqual(['Chủ trì: Sở Nội vụ']);
    const reading = read(changed + table([header, row(['1', 'Việc', 'Sở Y tế', '', 'Quý I']), deletedRow]));
    expect(reading.items.map(({ ref }) => ref)).toEqual(['1']);
    expect(reading.doubts).toContainEqual(
      expect.objectContaining({
        code: 'AMBIGUOUS',
        message: expect.objectContaining({ vi: expect.stringContaining('Track Changes') }),
      }),
    );
  });

  it('two paragraphs whose break is deleted are one', () => {
    const first = `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run('Giao Sở ')}</w:p>`;
    expect(textsOf(first + paragraph('Y tế chủ trì'))).toEqual(['Giao Sở Y tế chủ trì']);
  });

  it('text boxes are read once, and field codes never', () => {
    const box = (name: string) => `<mc:${name}><w:txbxContent>${paragraph('Trong khung')}</w:txbxContent></mc:${name}>`;
    const field = '<w:r><w:instrText>HYPERLINK "http://example.invalid"</w:instrText></w:r>';
    expect(
      textsOf(
        `<w:p>${run('Ngoài khung')}${field}<w:r><mc:AlternateContent>${box('Choice')}${box('Fallback')}</mc:AlternateContent></w:r></w:p>`,
      ),
    ).toEqual(['Ngoài khung', 'Trong khung']);
  });

  it('a footnote of the table stands below the text and raises a doubt', () => {
    const footnotes = `<w:footnotes><w:footnote w:type="separator" w:id="0">${paragraph('---')}</w:footnote><w:footnote w:id="2">${paragraph('Riêng huyện A thực hiện trong quý III.')}</w:footnote></w:footnotes>`;
    const called = cell(`<w:p>${run('Quý I')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`);
    const reading = read(table([header, row(['1', 'Việc', 'Sở Y tế', '', called])]), { footnotes });
    expect(reading.items[0]?.timing.text).toBe('Quý I');
    expect(reading.source.at(-1)?.cells).toEqual(['Riêng huyện A thực hiện trong quý III.']);
    expect(reading.doubts).toContainEqual(
      expect.objectContaining({
        code: 'NOT_READ',
        message: expect.objectContaining({ vi: expect.stringContaining('Riêng huyện A') }),
      }),
    );
  });

  it('hidden text is not read, and a doubt says that it is there', () => {
    const reading = read(
      `<w:p>${run('Thấy ')}${run('giấu', '<w:vanish/>')}</w:p>${table([header, row(['1', 'Việc', 'Sở Y tế', '', 'Quý I'])])}`,
    );
    expect(reading.source[1]?.cells).toEqual(['Thấy']);
    expect(reading.doubts.map(({ code }) => code)).toContain('NOT_READ');
  });

  it('words in fonts from before Unicode are converted and a doubt names the fonts', () => {
    const old = (text: string, font: string) => run(text, `<w:rFonts w:ascii="${font}" w:hAnsi="${font}"/>`);
    expect(
      textsOf(
        `<w:p>${old('§¬n vÞ thùc hiÖn', '.VnTime')}</w:p><w:p>${old('kÕ ho¹ch', '.VnTimeH')}</w:p><w:p>${old('Ñôn vò thöïc hieän coâng taùc', 'VNI-Times')}</w:p>`,
      ),
    ).toEqual(['Đơn vị thực hiện', 'KẾ HOẠCH', 'Đơn vị thực hiện công tác']);
    const reading = read(
      `<w:p>${old('Sè liÖu', '.VnTime')}</w:p>${table([header, row(['1', 'Việc', 'Sở Y tế', '', 'Quý I'])])}`,
    );
    expect(reading.doubts).toContainEqual(
      expect.objectContaining({
        code: 'ODD_TEXT',
        message: expect.objectContaining({ en: expect.stringContaining('TCVN3') }),
      }),
    );
  });
});

describe('Anchors of a Word file', () => {
  it('say the page where Word has left its page breaks', () => {
    const breakHere = cell('<w:p><w:r><w:lastRenderedPageBreak/></w:r><w:r><w:t>2</w:t></w:r></w:p>');
    const reading = read(
      table([
        header,
        row(['1', 'Việc một', 'Sở Y tế', '', 'Quý I']),
        row([breakHere, 'Việc hai', 'Sở Nội vụ', '', 'Quý II']),
      ]),
    );
    expect(reading.items.map(({ anchors }) => anchors.leads?.[0]?.page)).toEqual([1, 2]);
    expect(reading.fileHash).toMatch(/^[0-9a-f]{64}$/);
    const [anchor] = reading.items[1]?.anchors.leads ?? [];
    expect(anchor && reading.source[anchor.row]?.cells[anchor.cell]?.slice(anchor.start, anchor.end)).toBe('Sở Nội vụ');
  });
});
