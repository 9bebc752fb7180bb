"""What people write to sign in and to change their password."""

from flask_babel import lazy_gettext as _l
from wtforms.validators import EqualTo

from qcdc_feedback.accounts.rules import LONGEST_PASSWORD, SHORTEST_PASSWORD
from qcdc_feedback.core.forms import Form, Line, Secret, at_most, required


class SignInForm(Form):
    """An e-mail address and a password."""

    email = Line(_l("Thư điện tử"), [required(_l("Nhập địa chỉ thư điện tử."))])
    password = Secret(_l("Mật khẩu"), [required(_l("Nhập mật khẩu.")), at_most(LONGEST_PASSWORD)])


class PasswordForm(Form):
    """The present password, and the new one twice."""

    present = Secret(
        _l("Mật khẩu hiện tại"), [required(_l("Nhập mật khẩu hiện tại.")), at_most(LONGEST_PASSWORD)]
    )
    wanted = Secret(
        _l("Mật khẩu mới"),
        [required(_l("Nhập mật khẩu mới.")), at_most(LONGEST_PASSWORD)],
        description=_l(
            "Ít nhất %(shortest)s ký tự. Một câu dài dễ nhớ thì tốt hơn một từ khó.",
            shortest=SHORTEST_PASSWORD,
        ),
    )
    again = Secret(
        _l("Nhập lại mật khẩu mới"),
        [
            required(_l("Nhập lại mật khẩu mới.")),
            EqualTo("wanted", _l("Hai lần nhập mật khẩu mới phải giống nhau.")),
        ],
    )
