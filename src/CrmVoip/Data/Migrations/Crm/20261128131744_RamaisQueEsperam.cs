using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmVoip.Data.Migrations.Crm
{
    /// <summary>A number that nobody was given and nobody proved is kept from nobody.</summary>
    public partial class RamaisQueEsperam : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_ramais_voip_endereco",
                table: "ramais_voip");

            migrationBuilder.DropIndex(
                name: "ix_ramais_voip_extension",
                table: "ramais_voip");

            migrationBuilder.CreateIndex(
                name: "ix_ramais_voip_endereco",
                table: "ramais_voip",
                columns: new[] { "organizacao_id", "endereco" },
                unique: true,
                filter: "revogado_em is null and (dado_em is not null or provado_em is not null)");

            migrationBuilder.CreateIndex(
                name: "ix_ramais_voip_extension",
                table: "ramais_voip",
                columns: new[] { "organizacao_id", "sip_server", "extension" },
                unique: true,
                filter: "revogado_em is null and (dado_em is not null or provado_em is not null)");
        }

        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new System.NotSupportedException("Two people may have one number by now.");
    }
}
