"""Short names of tasks and opinions stay whole thoughts, or say that they were cut."""

from papi_desktop.services.report_words import short


def test_a_number_with_dots_is_not_the_end_of_a_name() -> None:
    text = "Khoản đóng góp 3.450.000 đồng còn dư. Dùng vào việc gì?"
    assert short(text) == "Khoản đóng góp 3.450.000 đồng còn dư"


def test_what_stands_in_brackets_or_after_a_semicolon_is_left_out() -> None:
    assert short("Tổ chức tuyên truyền (bằng nhiều hình thức).") == "Tổ chức tuyên truyền"
    assert short("Phòng chống tội phạm; xây dựng tổ chức") == "Phòng chống tội phạm"


def test_a_cut_is_at_a_word_and_shown() -> None:
    text = "Tổ chức đối thoại nhằm giải quyết những khó khăn, vướng mắc trong nội dung Chỉ số"
    assert short(text, 50) == "Tổ chức đối thoại nhằm giải quyết những khó khăn …"
    assert short("x" * 20, 10) == "x" * 10 + " …"
