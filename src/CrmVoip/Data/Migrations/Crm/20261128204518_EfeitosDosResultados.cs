using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmVoip.Data.Migrations.Crm
{
    /// <summary>What an outcome of calls does, said by the organization instead of by its name.</summary>
    public partial class EfeitosDosResultados : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "efeito",
                table: "resultados_de_ligacao",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "relevante",
                table: "resultados_de_ligacao",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_resultados_de_ligacao_efeito",
                table: "resultados_de_ligacao",
                sql: "efeito in ('nenhum', 'errado', 'nao_ligar')");
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_resultados_de_ligacao_efeito",
                table: "resultados_de_ligacao");

            migrationBuilder.DropColumn(
                name: "efeito",
                table: "resultados_de_ligacao");

            migrationBuilder.DropColumn(
                name: "relevante",
                table: "resultados_de_ligacao");
        }
    }
}
