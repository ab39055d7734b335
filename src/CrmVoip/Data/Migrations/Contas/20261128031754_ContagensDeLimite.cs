using System;
using CrmVoip.Tenancy;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmVoip.Data.Migrations.Contas
{
    /// <summary>What all instances limit together: sign-in, sign-up, mail and wrong secrets of webhooks.</summary>
    public partial class ContagensDeLimite : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "contagens_de_limite",
                columns: table => new
                {
                    chave = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    vezes = table.Column<int>(type: "integer", nullable: false),
                    termina_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table => table.PrimaryKey("pk_contagens_de_limite", x => x.chave));

            migrationBuilder.CreateIndex(
                name: "ix_contagens_de_limite_termina_em",
                table: "contagens_de_limite",
                column: "termina_em");

            migrationBuilder.Conceder("crm_auth", "select, insert, update, delete", "contagens_de_limite");
        }

        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable(name: "contagens_de_limite");
    }
}
