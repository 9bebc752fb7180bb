"""Who writes, when and where: one door, one place to commit, one place to move a petition, one clock."""

import ast

from tests.conventions import house

CLOCK = house.PACKAGE / "core" / "clock.py"
DATABASE = house.PACKAGE / "core" / "db.py"
FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)


def calls(paths):
    return ((path, node) for path, node in house.nodes(paths, ast.Call))


def test_commit_is_written_in_one_file_only():
    found = [
        house.place(path, call)
        for path, call in calls(house.program())
        if path != DATABASE and house.dotted(call.func).rpartition(".")[2] in {"commit", "rollback"}
    ]
    house.nothing(found, "Let core.db.transaction() commit and undo: make this a use case in services:")


def test_the_time_is_asked_in_one_file_only():
    asking = {
        "datetime.now",
        "datetime.utcnow",
        "datetime.today",
        "date.today",
        "func.now",
        "time.time",
        "func.current_date",
    }
    found = [
        f"{house.place(path, node)} {house.dotted(node)}"
        for path, node in house.nodes(house.program(), ast.Attribute)
        if path != CLOCK and ".".join(house.dotted(node).split(".")[-2:]) in asking
    ]
    house.nothing(found, "Ask core.clock for now() or today(), and hand the answer to the rules:")


def test_every_public_function_in_services_is_a_transaction():
    found = [
        f"{house.place(path, node)} {node.name}"
        for path in house.doors("services")
        for node in house.tree(path).body
        if isinstance(node, FUNCTION) and not node.name.startswith("_") and not is_transaction(node)
    ]
    house.nothing(found, "Decorate these use cases with @transaction(), or make them private or a step:")


def test_nothing_but_a_public_function_in_services_is_a_transaction():
    found = [
        f"{house.place(path, node)} {node.name}"
        for path, node in house.nodes(house.program(), *FUNCTION)
        if is_transaction(node) and (house.door_of(path) != "services" or node.name.startswith("_"))
    ]
    house.nothing(
        found, "Only a use case (a public function in services) is a transaction; steps run inside one:"
    )


def is_transaction(function):
    return any(house.dotted(mark).rpartition(".")[2] == "transaction" for mark in function.decorator_list)


def test_transaction_is_a_decorator_and_nothing_else():
    found = [
        house.place(path, item.context_expr)
        for path, node in house.nodes(house.program(), ast.With, ast.AsyncWith)
        for item in node.items
        if house.dotted(item.context_expr).rpartition(".")[2] == "transaction"
    ]
    house.nothing(found, "A transaction is a whole function in services, not a block inside one:")


def test_selects_stand_in_queries():
    without = house.doors("views", "cli", "forms", "serializers", "labels", "models", "rules")
    found = [
        house.place(path, call)
        for path, call in calls(without)
        if house.dotted(call.func).rpartition(".")[2] == "select" and uses_sqlalchemy(path)
    ]
    house.nothing(found, "Put these SELECTs into the room's queries, as functions named by what they return:")


def uses_sqlalchemy(path):
    return any(
        (node.module if isinstance(node, ast.ImportFrom) else node.names[0].name or "").startswith(
            "sqlalchemy"
        )
        for _, node in house.nodes([path], ast.Import, ast.ImportFrom)
        if not isinstance(node, ast.ImportFrom) or node.module
    )


def test_the_state_of_a_petition_is_set_in_its_steps_only():
    petitions = [path for path in house.program() if path.is_relative_to(house.PACKAGE / "petitions")]
    others = [path for path in house.program() if path not in petitions]
    found = [
        house.place(path, target)
        for path, target in assigned(petitions) + assigned(others)
        if target.attr == "state"
        and house.door_of(path) != "steps"
        and (path in petitions or "petition" in house.dotted(target.value).lower())
    ]
    found += [
        house.place(path, call)
        for path, call in calls(petitions)
        if house.door_of(path) != "steps" and sets_state(call)
    ]
    house.nothing(
        found,
        "Move a petition with petitions.steps.moving: it judges, locks, writes history and tells people:",
    )


def assigned(paths):
    return [
        (path, target)
        for path, node in house.nodes(paths, ast.Assign, ast.AugAssign, ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Attribute)
    ]


def sets_state(call):
    name = house.dotted(call.func).rpartition(".")[2]
    if name == "setattr":
        return len(call.args) > 1 and isinstance(call.args[1], ast.Constant) and call.args[1].value == "state"
    return name in {"Petition", "values"} and any(keyword.arg == "state" for keyword in call.keywords)
