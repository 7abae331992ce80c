"""The words of the command line: its commands, their options, and a guide in Vietnamese."""

import argparse
import re
from typing import Any, NoReturn

from papi_desktop import VERSION
from papi_desktop.domain.calendar import YEARS
from papi_desktop.domain.errors import KnownError


class Parser(argparse.ArgumentParser):
    """A parser that explains itself in Vietnamese; wrong usage ends with code 2."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, add_help=False)
        self._positionals.title = "Tham số"
        self._optionals.title = "Tùy chọn"
        self.add_argument("-h", "--help", action="help", help="hiện hướng dẫn này")

    def format_usage(self) -> str:
        """Return the usage line."""
        return super().format_usage().replace("usage:", "Cách dùng:", 1)

    def format_help(self) -> str:
        """Return the whole guide."""
        return super().format_help().replace("usage:", "Cách dùng:", 1)

    def error(self, message: str) -> NoReturn:
        """Say that the command is wrong and how it is used."""
        del message  # argparse writes it in English
        self.exit(2, f"Lệnh chưa đúng.\n{self.format_usage()}Xem hướng dẫn đầy đủ: {self.prog} --help\n")


def a_year(text: str) -> int:
    """Read a year. Raises KnownError for one that no plan or list can have."""
    if not re.fullmatch(r"[0-9]{4}", text) or int(text) not in YEARS:
        raise KnownError(f"“{text}” không phải là năm của kế hoạch hay danh sách. Hãy ghi bốn chữ số, ví dụ 2022.")
    return int(text)


def a_number(text: str) -> int:
    """Read the number of a record. Raises KnownError for what is none."""
    if not re.fullmatch(r"[0-9]{1,9}", text):
        raise KnownError(f"“{text}” không phải là số của một mục. Hãy xem cột id của danh sách, ví dụ 12.")
    return int(text)


def parser() -> Parser:
    """Return the commands and their options."""
    top = Parser(prog="papi_desktop", description="PAPI Desktop: theo dõi kế hoạch PAPI và lập báo cáo của xã.")
    top.add_argument("--data", metavar="THƯ_MỤC", help="thư mục dữ liệu; bỏ trống thì dùng thư mục của người dùng")
    top.add_argument("--version", action="version", version=f"PAPI Desktop {VERSION}", help="hiện phiên bản")
    top.set_defaults(run="gui", demo=False)
    commands = top.add_subparsers(title="Các lệnh", metavar="LỆNH", parser_class=Parser)
    _window_commands(commands)
    _data_commands(commands)
    _posting_commands(commands)
    _paper_commands(commands)
    _disclosure_commands(commands)
    _safety_commands(commands)
    return top


def _window_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    gui = commands.add_parser("gui", help="mở cửa sổ chương trình")
    gui.add_argument("--demo", action="store_true", help="mở dữ liệu mẫu")
    gui.set_defaults(run="gui")
    init = commands.add_parser("init", help="tạo thư mục dữ liệu mới")
    source = init.add_mutually_exclusive_group(required=True)
    source.add_argument("--profile", metavar="TỆP.toml", help="tệp hồ sơ của xã")
    source.add_argument("--demo", action="store_true", help="tạo dữ liệu mẫu")
    init.set_defaults(run="init")


def _data_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    plan = commands.add_parser("import-plan", help="nạp kế hoạch từ tệp Word hoặc Excel")
    plan.add_argument("file", metavar="TỆP", help="tệp .docx hoặc .xlsx có bảng nhiệm vụ")
    plan.add_argument("--dry-run", action="store_true", help="chỉ đọc và hiện kết quả, không ghi")
    plan.add_argument("--json", action="store_true", help="hiện kết quả dạng JSON")
    plan.set_defaults(run="import_plan")
    listing = commands.add_parser("list", help="hiện một danh sách")
    listing.add_argument(
        "register", metavar="DANH_SÁCH", help="tasks, publications, dialogues, opinions, reception, holidays, rules, …"
    )
    listing.add_argument("--period", metavar="KỲ", help="2022-Q1, 2022-H1, 2022-Q3, 2022-Y hoặc 2022-07")
    listing.add_argument("--json", action="store_true", help="hiện kết quả dạng JSON")
    listing.add_argument("--xlsx", metavar="TỆP.xlsx", help="ghi danh sách ra tệp Excel")
    listing.set_defaults(run="list_register")
    report = commands.add_parser("report", help="xuất báo cáo của một kỳ")
    report.add_argument("--period", required=True, metavar="KỲ", help="2022-Q1, 2022-H1, 2022-Q3, 2022-Y hoặc 2022-07")
    report.add_argument("--out", required=True, metavar="THƯ_MỤC", help="nơi ghi báo cáo, ví dụ USB")
    for ending, name in (("xlsx", "Excel"), ("pdf", "PDF"), ("docx", "Word")):
        report.add_argument(f"--{ending}", action="store_true", help=f"ghi tệp {name}; không chọn thì ghi Excel và PDF")
    report.set_defaults(run="report")


def _paper_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    review = commands.add_parser("review", help="in phiếu đánh giá tháng của Chủ tịch")
    review.add_argument("--month", required=True, metavar="THÁNG", help="tháng, ví dụ 2022-07")
    assignment = commands.add_parser("assignment", help="in kế hoạch của xã kèm bảng phân công nhiệm vụ")
    assignment.add_argument("--year", required=True, type=a_year, metavar="NĂM", help="năm của kế hoạch, ví dụ 2022")
    template = commands.add_parser("plan-template", help="ghi mẫu kế hoạch trống để điền bằng Excel")
    template.add_argument("--year", required=True, type=a_year, metavar="NĂM", help="năm của kế hoạch, ví dụ 2022")
    for command, run in ((review, "review"), (assignment, "assignment"), (template, "plan_template")):
        command.add_argument("--out", required=True, metavar="THƯ_MỤC", help="nơi ghi tệp, ví dụ USB")
        command.set_defaults(run=run)


def _posting_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    notice = commands.add_parser("notice", help="in thông báo, biên bản, lịch tiếp công dân, danh bạ, quyết định")
    notice.add_argument(
        "kind",
        metavar="MẪU",
        help="posting, posting_record, posting_end, reception, directory, budget_decision, households",
    )
    notice.add_argument(
        "id",
        metavar="SỐ",
        type=a_number,
        nargs="?",
        default=0,
        help="số của mục công khai, của lịch, hoặc năm của danh sách hộ",
    )
    notice.add_argument("--out", required=True, metavar="THƯ_MỤC", help="nơi ghi tệp PDF và Word")
    _printed(notice)
    notice.set_defaults(run="notice")
    begin = commands.add_parser("begin-day", help="lập các mục công khai định kỳ đã đến kỳ và nhắc việc niêm yết")
    begin.set_defaults(run="begin_day")


def _printed(command: Parser) -> None:
    """Add how a paper is to be printed."""
    command.add_argument("--blank", action="store_true", help="để trống các chỗ điền để viết tay")
    command.add_argument("--large", action="store_true", help="chữ lớn để dán bảng")
    command.add_argument("--number", metavar="SỐ", help='số văn bản; "" để văn thư ghi, không nêu thì lấy số đã nhập')
    command.add_argument("--dated", default="", metavar="NGÀY", help="ngày văn bản, dạng 2022-09-05 hoặc 05/09/2022")


def _disclosure_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    taking = commands.add_parser("import-households", help="nạp danh sách hộ nghèo, hộ cận nghèo từ tệp Excel")
    taking.add_argument("file", metavar="TỆP", help="tệp .xlsx hoặc .docx có danh sách hộ")
    taking.add_argument("--year", type=a_year, metavar="NĂM", help="năm của danh sách; bỏ trống thì lấy năm nay")
    taking.add_argument("--dry-run", action="store_true", help="chỉ đọc và hiện kết quả, không ghi")
    taking.add_argument("--json", action="store_true", help="hiện kết quả dạng JSON, số định danh được che")
    taking.set_defaults(run="import_households")
    households = commands.add_parser("households", help="in danh sách hộ nghèo, hộ cận nghèo")
    households.add_argument("--year", type=a_year, required=True, metavar="NĂM", help="năm của danh sách, ví dụ 2022")
    households.add_argument("--internal", action="store_true", help="bản nội bộ đủ các cột, không niêm yết")
    _printed(households)
    budget = commands.add_parser("budget", help="in biểu công khai ngân sách kèm quyết định công bố")
    budget.add_argument("--form", required=True, nargs="+", metavar="BIỂU", help="số của các biểu, ví dụ 113 114")
    budget.add_argument("--period", required=True, metavar="KỲ", help="2022-Q1, 2022-H1, 2022-Q3 hoặc 2022-Y")
    _printed(budget)
    for command, run in ((households, "households"), (budget, "budget")):
        command.add_argument("--out", required=True, metavar="THƯ_MỤC", help="nơi ghi tệp, ví dụ USB")
        command.set_defaults(run=run)


def _safety_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    check = commands.add_parser("check", help="kiểm tra dữ liệu còn nguyên vẹn")
    check.set_defaults(run="check")
    backup = commands.add_parser("backup", help="sao lưu dữ liệu")
    backup.add_argument("--out", metavar="TỆP", help="tệp sao lưu; bỏ trống thì ghi vào thư mục sao lưu")
    backup.set_defaults(run="backup")
