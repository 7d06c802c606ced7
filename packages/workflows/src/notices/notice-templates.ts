import type { Words } from '@phancong/contracts';

/**
 * `{by}` the unit that moved, `{title}` the work, `{dueOn}` its deadline, `{day}` the day of the move. What stands in
 * square brackets is left out where there is no deadline.
 */
export const noticeTemplates = {
  planToReview: {
    vi: '{by} đã trình soát xét kế hoạch «{title}».',
    en: '{by} handed in the plan “{title}” for review.',
  },
  planReturned: {
    vi: '{by} đã trả kế hoạch «{title}» về dự thảo để chỉnh sửa.',
    en: '{by} returned the plan “{title}” to draft.',
  },
  planApproved: { vi: '{by} đã phê duyệt kế hoạch «{title}».', en: '{by} approved the plan “{title}”.' },
  planActivated: {
    vi: 'Kế hoạch «{title}» đã được giao đến các đơn vị thực hiện.',
    en: 'The plan “{title}” is now assigned to the units.',
  },
  planWaiting: {
    vi: 'Nhắc việc: kế hoạch «{title}» đang chờ đơn vị xử lý.',
    en: 'Reminder: the plan “{title}” waits for your unit.',
  },
  planTermEnded: {
    vi: 'Kế hoạch «{title}» đã hết thời gian thực hiện[ (ngày {dueOn})]. Hãy rà soát và kết thúc kế hoạch.',
    en: 'The term of the plan “{title}” ended[ on {dueOn}]. Review it and close it.',
  },
  workPassedOn: {
    vi: 'Theo sắp xếp đơn vị, công việc đang thực hiện của kế hoạch «{title}» đã chuyển về đơn vị. Đề nghị rà soát và tiếp nhận.',
    en: 'Units were reorganised: open work of the plan “{title}” has passed to your unit. Look through it and acknowledge it.',
  },
  taskAssigned: {
    vi: '{by} giao nhiệm vụ «{title}»[, hạn {dueOn}]. Đề nghị đơn vị tiếp nhận.',
    en: '{by} assigned the task “{title}”[, due {dueOn}]. Please acknowledge it.',
  },
  taskNotAcknowledged: {
    vi: 'Nhắc việc: nhiệm vụ «{title}» chưa được tiếp nhận.',
    en: 'Reminder: the task “{title}” has not been acknowledged.',
  },
  taskReturnedToAssigner: {
    vi: '{by} trả lại nhiệm vụ «{title}» và đề nghị giao lại.',
    en: '{by} returned the assignment “{title}” as not its duty.',
  },
  taskReturnWaiting: {
    vi: 'Nhắc việc: nhiệm vụ «{title}» bị trả lại, đang chờ quyết định của đơn vị giao.',
    en: 'Reminder: the returned task “{title}” waits for the assigner’s decision.',
  },
  taskInsisted: {
    vi: '{by} giữ nguyên phân công nhiệm vụ «{title}». Đề nghị đơn vị tiếp nhận.',
    en: '{by} keeps the assignment of “{title}”. Please acknowledge it.',
  },
  taskReported: {
    vi: '{by} đã báo cáo hoàn thành nhiệm vụ «{title}».',
    en: '{by} reported the task “{title}” as completed.',
  },
  coordinationAcknowledgementWithdrawn: {
    vi: '{by} rút lại việc nhận phối hợp «{title}»; việc lại đang chờ tiếp nhận.',
    en: '{by} withdrew its acknowledgement of “{title}”; it waits to be acknowledged again.',
  },
  contributionWithdrawn: {
    vi: '{by} rút lại nội dung phối hợp đã gửi cho «{title}» để sửa.',
    en: '{by} withdrew its contribution to “{title}” to correct it.',
  },
  handoffAcceptanceWithdrawn: {
    vi: '{by} rút lại việc tiếp nhận sản phẩm «{title}»; việc lại đang chờ tiếp nhận.',
    en: '{by} withdrew its acceptance of “{title}”; it waits to be accepted again.',
  },
  handoffRefusalWithdrawn: {
    vi: '{by} rút lại việc từ chối sản phẩm «{title}» và đang xem lại.',
    en: '{by} withdrew its refusal of “{title}” and looks at it again.',
  },
  handoffDoneWithdrawn: {
    vi: '{by} rút lại báo cáo xử lý xong «{title}» để làm tiếp.',
    en: '{by} withdrew its report on “{title}” and goes on with it.',
  },
  deadlineMoved: {
    vi: '{by} đã đổi hạn của «{title}»[: hạn mới {dueOn}].',
    en: '{by} moved the deadline of “{title}”[: now {dueOn}].',
  },
  taskReopened: {
    vi: '{by} mở lại nhiệm vụ «{title}» đã hoàn thành hoặc đã báo cáo; hãy xem lý do và thực hiện tiếp.',
    en: '{by} reopened the task “{title}”, which was accepted or reported; see why and go on with it.',
  },
  taskReassigned: {
    vi: '{by} đã giao nhiệm vụ «{title}» cho đơn vị khác; những gì đơn vị đã làm vẫn lưu tên đơn vị.',
    en: '{by} gave the task “{title}” to another unit; what your unit did stays under its name.',
  },
  checkpointReopened: {
    vi: '{by} mở lại báo cáo kỳ của «{title}» đã được chấp nhận; hãy xem lý do và bổ sung.',
    en: '{by} reopened an accepted periodic report on “{title}”; see why and complete it.',
  },
  reportErratum: {
    vi: 'Báo cáo định kỳ «{title}» có đính chính: một nhiệm vụ đã ghi là hoàn thành nay được mở lại.',
    en: 'The periodic report “{title}” has an erratum: work that it counted as done was reopened.',
  },
  taskSentBack: {
    vi: '{by} yêu cầu bổ sung báo cáo nhiệm vụ «{title}».',
    en: '{by} asked for more on the task “{title}”.',
  },
  taskAccepted: {
    vi: '{by} đã chấp nhận kết quả nhiệm vụ «{title}».',
    en: '{by} accepted the result of the task “{title}”.',
  },
  taskAcknowledgementWithdrawn: {
    vi: '{by} rút lại việc tiếp nhận nhiệm vụ «{title}».',
    en: '{by} withdrew the acknowledgement of the task “{title}”.',
  },
  taskSuspended: { vi: '{by} tạm dừng nhiệm vụ «{title}».', en: '{by} suspended the task “{title}”.' },
  taskStillSuspended: {
    vi: 'Nhắc việc: nhiệm vụ «{title}» vẫn đang tạm dừng. Hãy xem xét cho tiếp tục hoặc hủy.',
    en: 'Reminder: the task “{title}” is still suspended. Resume or cancel it.',
  },
  taskResumed: { vi: '{by} cho tiếp tục nhiệm vụ «{title}».', en: '{by} resumed the task “{title}”.' },
  taskCancelled: { vi: '{by} đã hủy nhiệm vụ «{title}».', en: '{by} cancelled the task “{title}”.' },
  taskNotBegun: {
    vi: 'Nhắc việc: nhiệm vụ «{title}» đã tiếp nhận nhưng chưa triển khai.',
    en: 'Reminder: the task “{title}” is acknowledged but not begun.',
  },
  deadlinePassed: {
    vi: 'Quá hạn: «{title}» [có hạn ngày {dueOn} ]chưa hoàn thành.',
    en: 'Overdue: “{title}” [was due on {dueOn} and ]is not done.',
  },
  deadlineExtended: {
    vi: 'Thời hạn của «{title}» đã đổi[ thành ngày {dueOn}].',
    en: 'The deadline of “{title}” was moved[ to {dueOn}].',
  },
  reviewWaiting: {
    vi: 'Nhắc việc: báo cáo của «{title}» đang chờ đơn vị xem xét.',
    en: 'Reminder: the report on “{title}” waits for your review.',
  },
  remindedInVain: {
    vi: 'Đã nhắc ba lần, «{title}» vẫn chưa được xử lý. Đề nghị đơn vị phụ trách kế hoạch đôn đốc.',
    en: 'Three reminders brought no move on “{title}”. Please follow it up.',
  },
  goingBackAndForth: {
    vi: '«{title}» đã bị trả lại nhiều lần. Đề nghị đơn vị phụ trách kế hoạch xem xét.',
    en: '“{title}” has been sent back several times. Please look into it.',
  },
  checkpointReported: {
    vi: '{by} đã nộp báo cáo kỳ «{title}».',
    en: '{by} handed in the periodic report “{title}”.',
  },
  checkpointReturned: {
    vi: '{by} trả lại báo cáo kỳ «{title}» để bổ sung.',
    en: '{by} returned the periodic report “{title}”.',
  },
  checkpointAccepted: {
    vi: '{by} đã chấp nhận báo cáo kỳ «{title}».',
    en: '{by} accepted the periodic report “{title}”.',
  },
  checkpointWaiting: {
    vi: 'Nhắc việc: báo cáo kỳ «{title}» cần được bổ sung và nộp lại.',
    en: 'Reminder: the periodic report “{title}” has to be completed and handed in again.',
  },
  coordinationRequested: {
    vi: '{by} đề nghị đơn vị phối hợp thực hiện «{title}»[, hạn {dueOn}].',
    en: '{by} asks your unit to help with “{title}”[, due {dueOn}].',
  },
  coordinationWaiting: {
    vi: 'Nhắc việc: đề nghị phối hợp «{title}» đang chờ đơn vị.',
    en: 'Reminder: the request to help with “{title}” waits for your unit.',
  },
  coordinationContributed: {
    vi: '{by} đã gửi nội dung phối hợp «{title}».',
    en: '{by} sent its contribution to “{title}”.',
  },
  coordinationDeclined: {
    vi: '{by} từ chối phối hợp thực hiện «{title}».',
    en: '{by} declined to help with “{title}”.',
  },
  coordinationAskedAgain: {
    vi: '{by} đề nghị bổ sung nội dung phối hợp «{title}».',
    en: '{by} asks for more on the contribution to “{title}”.',
  },
  coordinationConfirmed: {
    vi: '{by} đã xác nhận nội dung phối hợp «{title}».',
    en: '{by} confirmed the contribution to “{title}”.',
  },
  coordinationCancelled: {
    vi: '{by} thôi đề nghị phối hợp «{title}».',
    en: '{by} no longer asks for help with “{title}”.',
  },
  contributionWaiting: {
    vi: 'Nhắc việc: nội dung phối hợp «{title}» đang chờ đơn vị xác nhận.',
    en: 'Reminder: the contribution to “{title}” waits for your confirmation.',
  },
  handoffOffered: {
    vi: '{by} bàn giao sản phẩm «{title}». Đề nghị đơn vị tiếp nhận.',
    en: '{by} offers the product “{title}”. Please accept or refuse it.',
  },
  handoffAccepted: {
    vi: '{by} đã tiếp nhận sản phẩm «{title}».',
    en: '{by} accepted the product “{title}”.',
  },
  handoffRefused: {
    vi: '{by} từ chối tiếp nhận sản phẩm «{title}».',
    en: '{by} refused the product “{title}”.',
  },
  handoffDone: {
    vi: '{by} đã xử lý xong sản phẩm «{title}» và gửi minh chứng.',
    en: '{by} finished with the product “{title}” and sent the proof.',
  },
  handoffNotDone: {
    vi: '{by} chưa xác nhận kết quả xử lý sản phẩm «{title}».',
    en: '{by} does not see the product “{title}” as done.',
  },
  handoffConfirmed: {
    vi: '{by} đã xác nhận kết quả xử lý sản phẩm «{title}».',
    en: '{by} confirmed that the product “{title}” is done.',
  },
  handoffWithdrawn: {
    vi: '{by} đã rút lại sản phẩm bàn giao «{title}».',
    en: '{by} withdrew the product “{title}”.',
  },
  handoffWaiting: {
    vi: 'Nhắc việc: sản phẩm bàn giao «{title}» đang chờ đơn vị xử lý.',
    en: 'Reminder: the hand-off “{title}” waits for your unit.',
  },
  extensionAsked: {
    vi: '{by} xin gia hạn «{title}».',
    en: '{by} asks for more time for “{title}”.',
  },
  extensionGranted: { vi: '{by} đồng ý gia hạn «{title}».', en: '{by} granted more time for “{title}”.' },
  extensionRefused: {
    vi: '{by} không đồng ý gia hạn «{title}».',
    en: '{by} refused more time for “{title}”.',
  },
  extensionWithdrawn: {
    vi: '{by} đã rút đề nghị gia hạn «{title}».',
    en: '{by} withdrew its request for more time for “{title}”.',
  },
  extensionWaiting: {
    vi: 'Nhắc việc: đề nghị gia hạn «{title}» đang chờ trả lời.',
    en: 'Reminder: the request for more time for “{title}” waits for an answer.',
  },
  estimateWaiting: {
    vi: 'Nhắc việc: dự toán «{title}» chưa được trình.',
    en: 'Reminder: the estimate “{title}” is not submitted yet.',
  },
  appraisalRequested: {
    vi: 'Đề nghị thẩm định dự toán «{title}»[, hạn {dueOn}].',
    en: 'Please appraise the estimate “{title}”[, due {dueOn}].',
  },
  appraisalWaiting: {
    vi: 'Nhắc việc: dự toán «{title}» đang chờ ý kiến thẩm định của đơn vị.',
    en: 'Reminder: the estimate “{title}” waits for your appraisal.',
  },
  appraisalPassed: {
    vi: '{by} đã thẩm định, đồng ý dự toán «{title}».',
    en: '{by} appraised the estimate “{title}” and agrees.',
  },
  budgetReturned: {
    vi: '{by} trả lại dự toán «{title}» để chỉnh sửa.',
    en: '{by} returned the estimate “{title}” for correction.',
  },
  budgetToApprove: {
    vi: 'Dự toán «{title}» đã thẩm định xong, trình lãnh đạo phê duyệt.',
    en: 'The estimate “{title}” is appraised and waits for approval.',
  },
  budgetApprovalWaiting: {
    vi: 'Nhắc việc: dự toán «{title}» đang chờ phê duyệt.',
    en: 'Reminder: the estimate “{title}” waits for approval.',
  },
  budgetApproved: { vi: '{by} đã phê duyệt dự toán «{title}».', en: '{by} approved the estimate “{title}”.' },
  budgetRejected: {
    vi: '{by} không phê duyệt dự toán «{title}».',
    en: '{by} rejected the estimate “{title}”.',
  },
  budgetWithdrawn: { vi: '{by} đã rút dự toán «{title}».', en: '{by} withdrew the estimate “{title}”.' },
  budgetSettled: {
    vi: 'Các đơn vị đã nhận đủ kinh phí của dự toán «{title}».',
    en: 'Every unit has received its money of the estimate “{title}”.',
  },
  transferPlanned: {
    vi: 'Đề nghị chuyển kinh phí «{title}».',
    en: 'Please transfer the money for “{title}”.',
  },
  transferWaiting: {
    vi: 'Nhắc việc: kinh phí «{title}» chưa được chuyển.',
    en: 'Reminder: the money for “{title}” is not transferred yet.',
  },
  transferSent: {
    vi: '{by} đã chuyển kinh phí «{title}». Đề nghị đơn vị xác nhận khi nhận được.',
    en: '{by} transferred the money for “{title}”. Please confirm its receipt.',
  },
  receiptWaiting: {
    vi: 'Nhắc việc: đơn vị chưa xác nhận đã nhận kinh phí «{title}».',
    en: 'Reminder: the receipt of the money for “{title}” is not confirmed.',
  },
  transferReceived: {
    vi: '{by} xác nhận đã nhận kinh phí «{title}».',
    en: '{by} confirmed the receipt of the money for “{title}”.',
  },
  transferNotReceived: {
    vi: '{by} báo chưa nhận được kinh phí «{title}».',
    en: '{by} says that the money for “{title}” has not arrived.',
  },
  reportAsked: {
    vi: '{by} yêu cầu báo cáo định kỳ «{title}»[, hạn {dueOn}].',
    en: '{by} asks for the periodic report “{title}”[, due {dueOn}].',
  },
  reportToSign: {
    vi: 'Nhắc việc: báo cáo định kỳ «{title}» đã lập, đang chờ lãnh đạo đơn vị ký.',
    en: 'Reminder: the periodic report “{title}” is drawn up and waits for its signature.',
  },
  reportSubmitted: {
    vi: '{by} đã ký gửi báo cáo định kỳ «{title}».',
    en: '{by} signed and submitted the periodic report “{title}”.',
  },
  reportToAccept: {
    vi: 'Nhắc việc: báo cáo định kỳ «{title}» đang chờ đơn vị tiếp nhận.',
    en: 'Reminder: the periodic report “{title}” waits for your acceptance.',
  },
  reportReturned: {
    vi: '{by} trả lại báo cáo định kỳ «{title}» để lập lại.',
    en: '{by} returned the periodic report “{title}”.',
  },
  reportToRedraw: {
    vi: 'Nhắc việc: báo cáo định kỳ «{title}» bị trả lại, cần lập lại.',
    en: 'Reminder: the periodic report “{title}” was returned and has to be drawn up again.',
  },
  reportAccepted: {
    vi: '{by} đã tiếp nhận báo cáo định kỳ «{title}».',
    en: '{by} accepted the periodic report “{title}”.',
  },
  reportCancelled: {
    vi: '{by} thôi yêu cầu báo cáo định kỳ «{title}».',
    en: '{by} no longer asks for the periodic report “{title}”.',
  },
  incidentReported: {
    vi: '{by} báo cáo thông tin sai lệch, xấu độc: «{title}».',
    en: '{by} reported harmful information: “{title}”.',
  },
  incidentIncomplete: {
    vi: '{by} đề nghị bổ sung thông tin về «{title}».',
    en: '{by} asks for more about “{title}”.',
  },
  incidentAssessed: {
    vi: '{by} đã đánh giá và đang xử lý «{title}».',
    en: '{by} assessed “{title}” and is answering it.',
  },
  incidentDismissed: {
    vi: '{by} kết luận «{title}» không phải thông tin sai lệch.',
    en: '{by} found that “{title}” is not harmful.',
  },
  incidentAnswered: {
    vi: '{by} đã phản bác, xử lý «{title}». Đề nghị đơn vị kiểm tra và kết thúc.',
    en: '{by} answered “{title}”. Please check and close it.',
  },
  incidentReopened: {
    vi: '{by} đề nghị xử lý tiếp «{title}».',
    en: '{by} asks to go on answering “{title}”.',
  },
  incidentClosed: { vi: '{by} đã kết thúc xử lý «{title}».', en: '{by} closed “{title}”.' },
  incidentWithdrawn: { vi: '{by} đã rút báo cáo «{title}».', en: '{by} withdrew the report on “{title}”.' },
  incidentWaiting: {
    vi: 'Nhắc việc: thông tin sai lệch, xấu độc «{title}» đang chờ đơn vị xử lý.',
    en: 'Reminder: the harmful information “{title}” waits for your unit.',
  },
  questionAsked: { vi: '{by} hỏi: «{title}».', en: '{by} asks: “{title}”.' },
  questionAnswered: {
    vi: '{by} đã trả lời câu hỏi «{title}».',
    en: '{by} answered the question “{title}”.',
  },
  questionAskedAgain: { vi: '{by} hỏi thêm về «{title}».', en: '{by} asks more about “{title}”.' },
  questionWithdrawn: { vi: '{by} đã rút câu hỏi «{title}».', en: '{by} withdrew the question “{title}”.' },
  questionWaiting: {
    vi: 'Nhắc việc: câu hỏi «{title}» đang chờ đơn vị trả lời.',
    en: 'Reminder: the question “{title}” waits for your answer.',
  },
  answerWaiting: {
    vi: 'Nhắc việc: câu hỏi «{title}» đã được trả lời, đề nghị xác nhận.',
    en: 'Reminder: the question “{title}” is answered; please close it.',
  },
  explanationAsked: {
    vi: '{by} yêu cầu giải trình «{title}»[, hạn {dueOn}].',
    en: '{by} asks for an explanation of “{title}”[, due {dueOn}].',
  },
  explanationGiven: { vi: '{by} đã giải trình «{title}».', en: '{by} explained “{title}”.' },
  explanationAskedAgain: {
    vi: '{by} yêu cầu giải trình thêm về «{title}».',
    en: '{by} asks for more explanation of “{title}”.',
  },
  explanationAccepted: {
    vi: '{by} chấp nhận giải trình «{title}».',
    en: '{by} accepted the explanation of “{title}”.',
  },
  explanationRejected: {
    vi: '{by} không chấp nhận giải trình «{title}».',
    en: '{by} did not accept the explanation of “{title}”.',
  },
  explanationWithdrawn: {
    vi: '{by} thôi yêu cầu giải trình «{title}».',
    en: '{by} no longer asks for an explanation of “{title}”.',
  },
  explanationWaiting: {
    vi: 'Nhắc việc: yêu cầu giải trình «{title}» đang chờ đơn vị trả lời.',
    en: 'Reminder: the explanation of “{title}” is still owed.',
  },
  explanationToJudge: {
    vi: 'Nhắc việc: giải trình «{title}» đang chờ đơn vị kết luận.',
    en: 'Reminder: the explanation of “{title}” waits to be judged.',
  },
  ownFlowMoved: {
    vi: '{by} đã chuyển việc «{title}» đến đơn vị.',
    en: '{by} passed “{title}” on to your unit.',
  },
  ownFlowEnded: {
    vi: '{by} đã kết thúc việc «{title}».',
    en: '{by} ended “{title}”.',
  },
  ownFlowWaiting: {
    vi: 'Nhắc việc: «{title}» đang chờ đơn vị xử lý.',
    en: 'Reminder: “{title}” waits for your unit.',
  },
} as const satisfies Record<string, Words>;

export type NoticeTemplateId = keyof typeof noticeTemplates;
