using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmVoip.Data.Migrations.Crm
{
    /// <summary>Contacts in the order of their names, and the calls of one by their time.</summary>
    public partial class Contatos : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_ligacoes_organizacao_id_contato_id",
                table: "ligacoes");

            migrationBuilder.AddColumn<string>(
                name: "ordem",
                table: "contatos",
                type: "text",
                nullable: false,
                computedColumnSql: "coalesce(left(busca, 160), '')",
                stored: true,
                collation: "C");

            migrationBuilder.CreateIndex(
                name: "ix_ligacoes_organizacao_id_contato_id_inicio_em",
                table: "ligacoes",
                columns: new[] { "organizacao_id", "contato_id", "inicio_em" });

            migrationBuilder.CreateIndex(
                name: "ix_contatos_organizacao_id_ordem_id",
                table: "contatos",
                columns: new[] { "organizacao_id", "ordem", "id" });
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_ligacoes_organizacao_id_contato_id_inicio_em",
                table: "ligacoes");

            migrationBuilder.DropIndex(
                name: "ix_contatos_organizacao_id_ordem_id",
                table: "contatos");

            migrationBuilder.DropColumn(
                name: "ordem",
                table: "contatos");

            migrationBuilder.CreateIndex(
                name: "ix_ligacoes_organizacao_id_contato_id",
                table: "ligacoes",
                columns: new[] { "organizacao_id", "contato_id" });
        }
    }
}
