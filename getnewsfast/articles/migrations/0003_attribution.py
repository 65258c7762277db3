from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("articles", "0002_search_by_stems")]

    operations = [
        migrations.AddField(
            model_name="article",
            name="attribution",
            field=models.JSONField(
                blank=True, default=dict, editable=False, verbose_name="attribution"
            ),
        ),
    ]
