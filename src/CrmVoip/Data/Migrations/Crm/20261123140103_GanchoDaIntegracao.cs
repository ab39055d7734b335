using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmVoip.Data.Migrations.Crm
{
    public partial class GanchoDaIntegracao : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "gancho",
                table: "integracoes",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "nao_registrado");

            migrationBuilder.AddCheckConstraint(
                name: "ck_integracoes_gancho",
                table: "integracoes",
                sql: "gancho in ('nao_registrado', 'completo', 'so_discador', 'recusado')");
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_integracoes_gancho",
                table: "integracoes");

            migrationBuilder.DropColumn(
                name: "gancho",
                table: "integracoes");
        }
    }
}
