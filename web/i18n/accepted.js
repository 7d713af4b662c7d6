// @ts-check
/**
 * What would be accepted, in Chinese. The server says it in English, because it is data for programs, too; codes, dates, units and
 * wordings in it stay as they are.
 */

/** @type {[RegExp, string][]} */
const SAID = [
  [/^a known column$/, '已知的列名'], [/^one such column$/, '只有一列这样的列'], [/^one column for it$/, '只用一列'], [/^one column (\S+)$/, '只有一列$1'], [/^column (\S+)$/, '$1列'],
  [/^a header line and rows$/, '表头一行和数据行'], [/^a header and rows$/, '表头和数据行'], [/^a header with metrics, departments or periods$/, '写有指标、部门或期间的表头'],
  [/^(\d+) cells$/, '$1格'], [/^an empty cell$/, '空格'], [/^one sort of form in a file$/, '一个文件里只有一种表'],
  [/^a closing "$/, '收尾的"'], [/^a separator or line end behind the closing "$/, '收尾的"后面是分隔符或行尾'],
  [/^columns that can be seen$/, '没有隐藏的列'], [/^rows that can be seen$/, '没有隐藏的行'], [/^sheets that can be seen$/, '没有隐藏的工作表'],
  [/^a file that was calculated and saved$/, '重新计算并保存过的文件'], [/^a file with fewer faults$/, '差错少一些的文件'],
  [/^(?:a )?whole file: open it, save it again and send that$/, '完整的文件：打开、另存后再交'], [/^a whole (.+) file$/, '完整的$1文件'], [/^a workbook as spreadsheet programs write it$/, '电子表格软件保存的工作簿'],
  [/^an archive as spreadsheet programs write it$/, '电子表格软件保存的文件'], [/^the same file without a password$/, '去掉密码的同一个文件'],
  [/^parts that unpack to at most (\d+) times their size$/, '解压后不超过原大小$1倍'], [/^parts with different names inside the file$/, '文件内各部分不重名'],
  [/^a document that unpacks to at most (\d+) MB$/, '解压后不超过$1 MB的文件'], [/^a document that can be read within (\d+) s$/, '$1秒内能读完的文件'],
  [/^a document that holds text, not pictures of pages$/, '含有文字而不是页面图片的文件'], [/^a text of at most (\d+) characters$/, '不超过$1字的文本'], [/^(?:at most )?(\d+) characters(?: at most)?$/, '不超过$1字'],
  [/^(\d+) columns at most \(up to (\S+); setting (\S+)\)$/, '不超过$1列（到$2列；设置$3）'], [/^(.+) \(setting (\S+)\)$/, '$1（设置$2）'],
  [/^bytes in (.+), or another encoding$/, '$1编码，或另选编码'], [/^XLSX, XLS \(Excel 97 or later\), ODS or CSV$/, 'XLSX、XLS（Excel 97或更新）、ODS或CSV'], [/^XLSX, XLS, ODS or CSV for a form$/, '表格请用XLSX、XLS、ODS或CSV'],
  [/^a name$/, '名称'], [/^a name that no other metric has$/, '与其他指标不同的名称'], [/^a letter, then letters, digits, _ or -$/, '字母开头，后跟字母、数字、_或-'], [/^a code of its own \(line (\d+) has this one\)$/, '另用一个代码（第$1行已用）'],
  [/^a department's code or name$/, '部门代码或名称'], [/^a metric's code or name$/, '指标代码或名称'], [/^the name of a metric, department or period$/, '指标、部门或期间的名称'],
  [/^a category of (.+)$/, '$1的类别'], [/^a count of (.+)$/, '以$1计的数'], [/^a share from 0 to 1, e\.g\. 0\.6$/, '0到1之间的份额，如0.6'], [/^weights that add up to at most 1$/, '合计不超过1的份额'],
  [/^a whole number from (\d+)(?: on)?$/, '不小于$1的整数'], [/^a whole number from (\d+) to (\d+)$/, '$1到$2的整数'],
  [/^a department other than (\S+)$/, '$1以外的部门'], [/^a department that (?:still )?existed on (\S+)$/, '$1那天存在的部门'], [/^a department that is not below (\S+)$/, '不在$1之下的部门'], [/^a day after (\S+)$/, '$1之后的日期'],
  [/^a superior other than (\S+?)(?:; or correct the departments form first to where (\S+) stood before)?$/, '$1以外的上级'], [/^(.+), or the departments form corrected$/, '$1，或先更正部门表'],
  [/^the step that rests on it taken back first: (.+)$/, '先撤回以它为前提的调整：$1'], [/^nothing, or the kind split$/, '留空，或方式为split（分拆）'], [/^nothing; a later row may leave the alias out$/, '留空；后面的行可以不写别名'],
  [/^a period before (\S+), or the department (\S+) \(.+ (\S+)\)$/, '$1之前的期间，或$3后的部门$2'], [/^a period before (\S+)$/, '$1之前的期间'],
  [/^a period that ends on (\S+) or later, or the department (\S+) \(.+ (\S+)\)$/, '$1及以后结束的期间，或$3前的部门$2'], [/^a period that ends on (\S+) or later$/, '$1及以后结束的期间'],
  [/^(\d{4}-\d\d-\d\d) or later$/, '$1及以后'], [/^(\d{4}-\d\d-\d\d) to (\d{4}-\d\d-\d\d)$/, '$1至$2'], [/^0 to 100$/, '0至100'], [/^(2022, .+) or (\S+)$/, '$1或$2'],
  [/^document, start, end and quote; or none of the last three$/, 'document、start、end和quote；或者后三项都不填'], [/^a text of this import or of an earlier one$/, '这次或以前导入的文本'],
  [/^one row for it \(line (\d+) is the first\)$/, '只写一行（第一次在第$1行）'], [/^what line (\d+) says, or one row only$/, '与第$1行一致，或只写一行'],
  [/^figures that can be true together, or mode correct with a reason$/, '能同时成立的数，或用“更正”方式并写理由'], [/^what is on record, or mode correct with a reason$/, '已有的数，或用“更正”方式并写理由'],
  [/^'(.*)' as recorded \((.+)\), or mode correct with a reason$/, '已有的“$1”（$2），或用“更正”方式并写理由'], [/^'(.*)' as recorded \((.+)\), or a correction at the desk$/, '已有的“$1”（$2），或在核对台上更正'],
  [/^the number of the text, '(.*)' \((.+)\), or a person's word at the desk$/, '原文中的“$1”（$2），或由人在核对台上确认'], [/^another value, or mode withdraw to take '(.*)' back$/, '另一个值；要去掉“$1”请用“撤回”方式'],
  [/^a figure that is on record$/, '已有的数'], [/^a file that says something new, if only in a note, in mode correct$/, '用“更正”方式交有新内容的文件，哪怕只有附注不同'],
  [/^the figures of one department and one period$/, '一个部门一个期间的数'], [/^the same file again when the database has room and works$/, '数据库有空间并正常后，再交同一个文件'],
  [/^the name of the new department$/, '新部门的名称'], [/^a code of its own for a new department; for one that there is, no name beside it$/, '新部门另取代码；已有部门不写名称'], [/^mode correct with a reason$/, '用“更正”方式并写理由'],
  [/^the rule that sets it$/, '规定出处'], [/^an activity of which more is better$/, '越多越好的活动类指标'],
];

/** @param {string} text as the server says it; a full stop at its end counts for nothing */
export function acceptedInChinese(text) {
  const plain = text.replace(/\.$/, '');
  const found = SAID.find(([pattern]) => pattern.test(plain));
  return (found ? plain.replace(found[0], found[1]) : text).replace(/, line (\d+), column (\d+)/g, '第$1行第$2列');
}
