using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmVoip.Data.Migrations.Crm
{
    /// <summary>What the list of calls is narrowed by, in the order it shows them; whether a number was called since; its last digits.</summary>
    public partial class ListaDeLigacoes : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_ligacoes_organizacao_id_contraparte_inicio_em",
                table: "ligacoes");

            migrationBuilder.DropIndex(
                name: "ix_ligacoes_organizacao_id_resultado_id",
                table: "ligacoes");

            migrationBuilder.AddColumn<string>(
                name: "contraparte_invertida",
                table: "ligacoes",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                computedColumnSql: "reverse(regexp_replace(case when direcao = 'entrada' then numero_origem else numero_destino end, '[^0-9]', '', 'g'))",
                stored: true,
                collation: "C");

            migrationBuilder.CreateIndex(
                name: "ix_ligacoes_de_fora",
                table: "ligacoes",
                columns: new[] { "organizacao_id", "inicio_em" },
                filter: "origem = 'fora_do_crm'");

            migrationBuilder.CreateIndex(
                name: "ix_ligacoes_organizacao_id_contraparte_inicio_em",
                table: "ligacoes",
                columns: new[] { "organizacao_id", "contraparte", "inicio_em" });

            migrationBuilder.CreateIndex(
                name: "ix_ligacoes_organizacao_id_contraparte_invertida",
                table: "ligacoes",
                columns: new[] { "organizacao_id", "contraparte_invertida" });

            migrationBuilder.CreateIndex(
                name: "ix_ligacoes_organizacao_id_resultado_id_inicio_em",
                table: "ligacoes",
                columns: new[] { "organizacao_id", "resultado_id", "inicio_em" });

            migrationBuilder.CreateIndex(
                name: "ix_ligacoes_organizacao_id_status_inicio_em",
                table: "ligacoes",
                columns: new[] { "organizacao_id", "status", "inicio_em" });
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_ligacoes_de_fora",
                table: "ligacoes");

            migrationBuilder.DropIndex(
                name: "ix_ligacoes_organizacao_id_contraparte_inicio_em",
                table: "ligacoes");

            migrationBuilder.DropIndex(
                name: "ix_ligacoes_organizacao_id_contraparte_invertida",
                table: "ligacoes");

            migrationBuilder.DropIndex(
                name: "ix_ligacoes_organizacao_id_resultado_id_inicio_em",
                table: "ligacoes");

            migrationBuilder.DropIndex(
                name: "ix_ligacoes_organizacao_id_status_inicio_em",
                table: "ligacoes");

            migrationBuilder.DropColumn(
                name: "contraparte_invertida",
                table: "ligacoes");

            migrationBuilder.CreateIndex(
                name: "ix_ligacoes_organizacao_id_contraparte_inicio_em",
                table: "ligacoes",
                columns: new[] { "organizacao_id", "contraparte", "inicio_em" },
                filter: "oportunidade_id is null");

            migrationBuilder.CreateIndex(
                name: "ix_ligacoes_organizacao_id_resultado_id",
                table: "ligacoes",
                columns: new[] { "organizacao_id", "resultado_id" });
        }
    }
}
