import type { FlowId, Timeliness } from '@phancong/contracts';

/** Search part of the home list; `only` narrows the inbox to what a number on top stands for. */
export interface HomeSearch {
  scope?: 'mine' | 'waiting' | 'done';
  flow?: FlowId;
  only?: 'overdue' | 'dueSoon' | 'toAcknowledge';
}

/** Search part of the list of work; the same names as the API's filters. */
export interface WorkSearch {
  flow?: FlowId;
  planId?: string;
  itemId?: string;
  unitId?: string;
  state?: string;
  timeliness?: Timeliness;
}

/** Every address of the product in one place. The patterns feed the router; links name them with their params. */
export const paths = {
  home: '/',
  signIn: '/dang-nhap',
  work: '/viec',
  workPage: '/viec/$id',
  handoffs: '/ban-giao',
  notices: '/thong-bao',
  plans: '/ke-hoach',
  planImport: '/ke-hoach/nhap',
  plan: '/ke-hoach/$planId',
  planReview: '/ke-hoach/$planId/ra-soat',
  planActivation: '/ke-hoach/$planId/kich-hoat',
  planMatrix: '/ke-hoach/$planId/ma-tran',
  planTimeline: '/ke-hoach/$planId/lich',
  planBudgets: '/ke-hoach/$planId/kinh-phi',
  planRow: '/ke-hoach/$planId/dong/$itemId',
  planAmendments: '/ke-hoach/$planId/sua-doi',
  planAmendment: '/ke-hoach/$planId/sua-doi/$amendmentId',
  budgets: '/kinh-phi',
  budget: '/kinh-phi/$id',
  delegations: '/uy-quyen',
  account: '/tai-khoan',
  people: '/nguoi-dung',
  securityLog: '/nhat-ky-bao-mat',
  secondFactor: '/xac-thuc-hai-buoc',
  setup: '/cai-dat',
  invitation: '/moi/$token',
  audit: '/nhat-ky',
  deliveries: '/gui-nhan',
  ownFlows: '/quy-trinh',
  ownFlow: '/quy-trinh/$id',
  quarantine: '/viec-tach-rieng',
  units: '/don-vi',
  unit: '/don-vi/$unitId',
  recordChange: '/don-vi/ghi-nhan',
  reorganisations: '/sap-xep',
  reorganisation: '/sap-xep/$on',
} as const;

/** Download address of a stored file. */
export const fileAddress = (fileId: string): string => `/api/files/${fileId}`;
