# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("journaal", "0002_alleen_aanvullen")]

    operations = [
        migrations.CreateModel(
            name="Zegel",
            fields=[
                ("volgnummer", models.BigIntegerField(primary_key=True, serialize=False)),
                ("handeling", models.UUIDField(unique=True)),
                ("rijhash", models.BinaryField()),
                ("ketting", models.BinaryField()),
                ("moment", models.DateTimeField()),
            ],
            options={"db_table": "journaal_zegel"},
        ),
        migrations.AddIndex(
            model_name="handeling",
            index=models.Index(fields=["moment", "id"], name="handeling_moment"),
        ),
    ]
