using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmVoip.Data.Migrations.Crm
{
    /// <summary>What was given up is counted when metrics are read: by an index, however much work waits.</summary>
    public partial class TrabalhosDesistidos : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) =>
            migrationBuilder.CreateIndex(
                name: "ix_trabalhos_morto_em",
                table: "trabalhos",
                column: "morto_em",
                filter: "morto_em is not null");

        protected override void Down(MigrationBuilder migrationBuilder) =>
            migrationBuilder.DropIndex(name: "ix_trabalhos_morto_em", table: "trabalhos");
    }
}
