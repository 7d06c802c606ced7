/** Bodies outside the sector that plans name together. The registry lists none of them: a plan says who is meant, or nobody is. */
export interface OutsideClass {
  key: string;
  name: string;
  spelling: RegExp;
}

/** The first that fits: "các sở, ban, ngành, đoàn thể" are departments with the organisations beside them. */
export const outsideClasses: readonly OutsideClass[] = [
  {
    key: 'bo-ban-nganh',
    name: 'Bộ, ban, ngành',
    spelling:
      /^(?:các |những )?bộ(?:(?:,| và) (?:ban|ngành|cơ quan ngang bộ|cơ quan thuộc chính phủ|đoàn thể|địa phương))+(?![\p{L}])/iu,
  },
  {
    key: 'so-ban-nganh',
    name: 'Sở, ban, ngành',
    spelling:
      /^(?:các |những )?(?:sở(?:(?:,| và) (?:ban|ngành|đoàn thể|địa phương))+|ban, ngành(?:, đoàn thể)?)(?![\p{L}])/iu,
  },
  {
    key: 'co-quan-bao-chi',
    name: 'Cơ quan báo chí',
    spelling: /^(?:các |những )?(?:cơ quan )?(?:thông tấn,? )?báo(?: chí|, đài)(?![\p{L}])/iu,
  },
  {
    key: 'to-chuc-chinh-tri-xa-hoi',
    name: 'Tổ chức chính trị - xã hội',
    spelling: /^(?:các |những )?(?:tổ chức )?(?:chính trị ?[-–] ?xã hội|đoàn thể)(?![\p{L}])/iu,
  },
  { key: 'dia-phuong', name: 'Địa phương', spelling: /^(?:các |những )?(?:địa phương|tỉnh, thành phố)$/iu },
];

/** Which of them a name means; undefined for a single body, or for "… liên quan", which names nobody. */
export const findOutsideClass = (plain: string): OutsideClass | undefined =>
  / (?:liên quan|khác)$/iu.test(plain) ? undefined : outsideClasses.find(({ spelling }) => spelling.test(plain));
